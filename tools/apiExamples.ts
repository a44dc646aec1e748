/** An example of a call: its input, and its output or, of a stream, what it sends in order. */
export interface ApiExample {
  readonly input: unknown
  readonly output?: unknown
  readonly events?: readonly unknown[]
}

const ids = {
  production: '0197a1c2-0000-7000-8000-000000000001',
  script: '0197a1c2-0000-7000-8000-000000000002',
  role: '0197a1c2-0000-7000-8000-000000000003',
  otherRole: '0197a1c2-0000-7000-8000-000000000004',
  otherScript: '0197a1c2-0000-7000-8000-000000000007',
  talent: '0197a1c2-0000-7000-8000-000000000005',
  proposal: '0197a1c2-0000-7000-8000-000000000006',
  sides: '0197a1c2-0000-7000-8000-000000000008',
  session: '0197a1c2-0000-7000-8000-000000000010',
  slot: '0197a1c2-0000-7000-8000-000000000011',
  castingChange: '0197a1c2-0000-7000-8000-000000000012',
  otherChange: '0197a1c2-0000-7000-8000-000000000013',
  conversation: '0197a1c2-0000-7000-8000-000000000014',
  question: '0197a1c2-0000-7000-8000-000000000015',
  answer: '0197a1c2-0000-7000-8000-000000000016',
  action: '0197a1c2-0000-7000-8000-000000000017',
  memory: '0197a1c2-0000-7000-8000-000000000018',
  otherMemory: '0197a1c2-0000-7000-8000-000000000019',
  message: '0197a1c2-0000-7000-8000-00000000001a',
  otherTalent: '0197a1c2-0000-7000-8000-00000000002a',
  duplicate: '0197a1c2-0000-7000-8000-00000000002b',
  merge: '0197a1c2-0000-7000-8000-00000000002c',
  memoryProposal: '0197a1c2-0000-7000-8000-00000000001b',
  import: '0197a1c2-0000-7000-8000-000000000030',
  media: '0197a1c2-0000-7000-8000-00000000001c',
  savedSearch: '0197a1c2-0000-7000-8000-0000000000f1',
  mapping: '0197a1c2-0000-7000-8000-000000000031',
  pairRead: '0197a1c2-0000-7000-8000-000000000041',
} as const
const ticket = 'Qm9vay1vZi1wZW9wbGU'
const moment = '2026-11-02T09:30:00.000Z'

const production = {
  id: ids.production, title: 'The Last Tonga', kind: 'film', brief: 'Small town, warm, mostly Hindi.', shoot: { from: '2027-01-10', to: '2027-02-20' },
  brand: null, suggestions: true, scripts: 1, roles: 9, createdAt: moment,
}

const scene = { index: 0, number: '1', heading: 'EXT. TONGA STAND - DAWN', setting: 'EXT', place: 'TONGA STAND', time: 'DAWN', page: 1, eighths: 6, element: 0 }
const reading = {
  title: 'The Last Tonga', format: 'fountain', pages: 12, confidence: 0.97, confidenceReasons: [], doubtfulPages: [],
  warnings: [{ code: 'CUE_WITHOUT_SPEECH', page: 4, message: 'A name stands alone on page 4; it was read as action.' }],
  scenes: [scene],
  characters: [{ name: 'RAMDIN', aliases: ['Ramdin'], speeches: 31, words: 402, scenes: [0] }],
}
const kept = { id: ids.script, productionId: ids.production, fileName: 'the-last-tonga.fountain', addedAt: moment, draft: { line: ids.script, colour: 'blue', round: 1, date: '2026-11-02', name: '', newest: true } }
const script = { ...reading, ...kept, sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }
const scriptSummary = { ...kept, title: reading.title, format: reading.format, pages: 12, confidence: 0.97, sceneCount: 14, characterCount: 9 }

const choices = { lines: [{ kind: 'cue', page: 4, text: 'Ramdin', x: 252, end: 292 }], letters: null }

const roleSummary = {
  id: ids.role, productionId: ids.production, name: 'RAMDIN', size: 'lead', playingRange: { from: 55, to: 65 }, gender: 'male',
  languages: [{ name: 'Bhojpuri', must: true, fluency: 'fluent' }], skills: [{ name: 'horse riding', must: false }],
  speeches: 31, words: 402, scenes: 8, firstPage: 1, openProposals: 1, suggestions: true,
}
const citation = {
  scriptId: ids.script, page: 1, scene: 0, sceneNumber: '1', element: 2, quote: 'RAMDIN (60), wiry, brushes his old mare and hums in Bhojpuri.',
}
const role = {
  ...roleSummary, sizeByHand: false, look: '', notes: '', dates: null, budget: { upTo: 20_000_00, currency: 'INR', per: 'day' }, union: '', typing: null, liftedGates: [],
  introductions: [citation],
  proposals: [{ id: ids.proposal, proposal: { field: 'look', value: 'wiry' }, citation, state: 'proposed' }],
  appearances: [{
    scriptId: ids.script, characterName: 'RAMDIN', scene: 0, sceneNumber: '1', heading: scene.heading, page: 1, element: 3, speeches: 4, words: 52, current: true,
  }],
  mergedFrom: [],
  group: [],
}
const smallRole = { ...role, id: ids.otherRole, name: 'RAMDIN AS A BOY', size: 'dayPlayer', playingRange: null, speeches: 2, words: 15, scenes: 1, proposals: [], openProposals: 0 }

const byScript = { by: 'script' }
const breakdown = {
  roleId: ids.role,
  paragraph: 'RAMDIN (lead): man, 55 to 65, wiry. Speaks Bhojpuri. 8 scenes, 31 speeches (24% of all), pages 1 to 11.',
  claims: [
    { kind: 'scale', text: 'RAMDIN (lead):', citations: [citation], madeBy: byScript },
    { kind: 'gender', text: 'man,', citations: [citation], madeBy: byScript },
    { kind: 'playingRange', text: '55 to 65,', citations: [], madeBy: { by: 'user' } },
    { kind: 'look', text: 'wiry.', citations: [citation], madeBy: byScript },
    { kind: 'language', text: 'Speaks Bhojpuri.', citations: [citation], madeBy: byScript },
    { kind: 'scale', text: '8 scenes, 31 speeches (24% of all), pages 1 to 11.', citations: [citation], madeBy: byScript },
  ],
  state: 'draftedFromScript', madeBy: byScript, edited: null, stale: false, newer: null, byScript: null,
  flags: [{ flag: 'animals', said: 'asRead', places: 1, citations: [citation], madeBy: byScript }],
  alsoWritten: [], claudeReady: false,
}
const editedBreakdown = {
  ...breakdown, paragraph: 'The last tonga driver of the town; he must be easy with an old mare.', state: 'edited', madeBy: { by: 'user' }, edited: { at: moment },
  byScript: { paragraph: breakdown.paragraph, claims: breakdown.claims, madeBy: byScript },
}

const person = {
  id: ids.talent, name: 'Devnath Rai', gender: 'male', born: null, playingRange: { from: 50, to: 65 }, heightCm: 170, city: 'Varanasi',
  languages: [{ language: 'Bhojpuri', fluency: 'native', dialects: [] }, { language: 'Hindi', fluency: 'fluent', dialects: [] }],
  skills: ['horse riding', 'harmonium'], tags: [], indexed: true, picture: ids.media,
}
const facts = {
  name: person.name, legalName: '', spellings: ['Dev Nath Rai'], gender: person.gender, playingRange: person.playingRange, heightCm: person.heightCm,
  city: person.city, languages: person.languages, skills: person.skills, training: 'Two years of repertory theatre', bio: 'Thirty years on the stage of eastern towns.',
  credits: [{ production: 'Ghat Stories', role: 'Ferryman', kind: 'web series', year: 2021, director: '' }], union: '', representation: '',
  born: null, measurements: { weightKg: 68, chestCm: 96, waistCm: null, hipsCm: null, inseamCm: null, shoe: 'UK 8', clothing: '', hair: 'grey', eyes: '' },
  proofs: [{ skill: 'Rowing', proof: 'Boat race at Dashashwamedh, 2019', link: '' }], unionCard: { number: 'A-12034', until: '2027-03-31' }, passport: null, coordinator: 'Sameer, 98200 00009',
  conflicts: [{ brand: 'Chaska Chai', category: 'tea', territory: 'India', until: '2027-01-31' }], guardian: null, permit: [],
  auditions: [{ on: '2023-05-14', production: 'Bhopal', role: 'Father', rating: 4, note: 'Held the pause' }],
  phone: '', email: '', fee: { from: 2_000_000, to: 3_000_000, currency: 'INR', per: 'day', asOf: null },
  availability: [{ span: { from: '2027-01-10', to: '2027-01-31' }, state: 'free' }], links: [], tags: [], notes: '',
  consent: { given: true, on: '2026-10-01', purpose: 'kept for casting' },
}
const talent = { ...facts, id: ids.talent, source: 'talent.csv', createdAt: moment, updatedAt: moment, indexed: true, picture: ids.media, sources: { name: { source: 'talent.csv', at: moment }, notes: { source: 'by hand', at: moment } } }
const headshot = {
  id: ids.media, talentId: ids.talent, kind: 'headshot', form: 'picture', mime: 'image/jpeg', fileName: 'Devnath Rai 2.jpg', bytes: 2_148_204, width: 3_024, height: 4_032,
  takenOn: '2026-09-14', caption: 'Without the moustache', isMain: true, source: 'by hand', addedAt: moment, missing: false,
}
const secondTalent = { ...talent, id: ids.otherTalent, name: 'Devnath Ray', skills: ['harmonium', 'tabla'], notes: '', source: 'new talent.csv' }
const duplicate = {
  id: ids.duplicate, people: [{ id: ids.talent, name: 'Devnath Rai' }, { id: ids.otherTalent, name: 'Devnath Ray' }], likelihood: 0.99,
  reasons: [{ speaks: 'for', words: 'names sound alike: Devnath Rai / Devnath Ray' }, { speaks: 'for', words: 'same phone' }, { speaks: 'against', words: 'different city' }],
}
const talentMerge = { id: ids.merge, keptId: ids.talent, goneId: ids.otherTalent, goneName: 'Devnath Ray', at: moment, notTaken: { kept: {}, other: { city: 'Patna' } }, undone: false }
const candidate = {
  talent: person, fit: 84, interval: { low: 76, high: 90 },
  factors: [{ factor: 'meaning', share: 0.4, value: null }, { factor: 'skills', share: 0.3, value: 1 }, { factor: 'languages', share: 0.3, value: 1 }],
  reasons: [
    { factor: 'languages', strength: 0.3, text: 'Speaks Bhojpuri as mother tongue', profile: { field: 'languages', quote: 'Bhojpuri native' }, page: citation },
    { factor: 'skills', strength: 0.3, text: 'Horse riding is among the skills', profile: { field: 'skills', quote: 'horse riding' }, page: null },
  ],
  gaps: [{ text: 'No dates known', profile: null, page: null }], stoppedBy: [], order: [],
}

const houseWeights = { meaning: 35, skills: 25, languages: 20, playingRange: 12, experience: 8, past: 10, typing: 15 }
const matchSettings = {
  weights: houseWeights, house: houseWeights, moved: false,
  learning: { on: false, across: false, decisions: 14, preferences: 22, weights: null, agreement: null, before: null },
}
const standing = { list: 'shortList', status: 'onHold', hold: { position: 1, expires: '2026-12-20' }, note: 'Easy with the mare.' }
const earlierImport = {
  id: ids.import, kind: 'sheet', source: 'talent.csv', fileName: 'talent.csv', at: moment, state: 'done', undoneAt: null, added: 58, updated: 1, unchanged: 0, failed: 1,
}
const savedSearch = { id: ids.savedSearch, name: 'Riders', question: { text: 'older man who rides horses', without: [], filters: {} }, seenAt: moment, createdAt: moment }
const savedMapping = { id: ids.mapping, name: 'talent', headings: ['Name', 'Look age'], mapping: ['name', 'playingRange'], dates: null, usedAt: moment }
const entry = { roleId: ids.role, talent: person, ...standing, addedBy: 'user', addedAt: moment, changedAt: moment }
const keptWishes = {
  wishes: {
    roleIds: [ids.role], lists: [], perRole: 40, fixed: [], must: [], never: [], out: [], dates: null, feeTotal: { amount: 50_000_000, currency: 'INR' },
    days: 1, chemistry: 0.3, alternatives: 3, distance: 2, seconds: 20,
  },
  kept: false, people: [],
}

const castingChange = {
  id: ids.castingChange, at: moment, productionId: ids.production, roleId: ids.role, roleName: 'RAMDIN', talentId: ids.talent, talentName: person.name,
  before: { list: 'selects', status: 'selected', hold: null, note: '' }, after: standing, by: 'user', reason: 'The director liked the second take.', undoneBy: null,
}
const slot = {
  id: ids.slot, sessionId: ids.session, from: '11:30', minutes: 15, talentId: ids.talent, talentName: person.name, roleId: ids.role, roleName: 'RAMDIN',
  state: 'booked', note: '',
}
const sessionFacts = {
  productionId: ids.production, kind: 'callback', title: 'Callbacks with the director', day: '2026-12-03', from: '11:00', to: '17:00', zone: 'Asia/Kolkata',
  place: 'Aram Nagar, Versova', slotMinutes: 15,
}
const session = { id: ids.session, ...sessionFacts, slots: [slot] }

const progress = (stage: string, done: number, total: number) => ({ kind: 'progress', stage, done, total })
const done = (result: unknown) => ({ kind: 'done', result })

const meaning = {
  model: { id: 'use-lite-c138bf9e5d8ca363', name: 'English, ships with CastMatch', ownFiles: false, dimensions: 512, slow: null, done: 60, total: 60 },
  next: null, resting: null,
}

const settings = {
  theme: 'system', locale: 'en-IN', suggestions: true, chemistry: true, railCollapsed: false, lastProductionId: null, glossary: [],
  claudeOn: true, claudeAddress: 'https://api.anthropic.com', claudeModels: { quick: null, standard: null, deep: null }, claudeListed: null,
  dollarRate: { rupees: 90.4, asOf: '2026-02-05' }, claudeBudget: 50_000, claudePseudonyms: false, claudeOffice: 'unasked', chatDock: { open: false, width: 400 }, memoryProposals: true, learnAbove: 30, encoder: null, encoderNext: null,
}
const noUsage = { asked: 0, fromCache: 0, input: 0, output: 0, cacheWrite: 0, cacheRead: 0, microDollars: 0, paise: 0, unpriced: 0 }
const usage = { ...noUsage, asked: 12, fromCache: 3, input: 41_200, output: 9_600, microDollars: 178_400, paise: 1_613 }
const claude = {
  ready: true, on: true, hasKey: true, keptHow: "Sealed by your system's own keychain, for your user account only.", address: settings.claudeAddress, addressFrom: 'settings',
  breaker: 'closed', triesAgainAt: null, underWay: 1, queued: 0, lastFailure: { code: 'CLAUDE_OVERLOADED', at: moment },
  models: [
    { kind: 'quick', id: 'claude-haiku-5-5', chosen: false, leaving: null }, { kind: 'standard', id: 'claude-sonnet-5', chosen: true, leaving: { on: '2027-06-30' } },
    { kind: 'deep', id: 'claude-opus-5-5', chosen: false, leaving: null },
  ],
  known: [{ id: 'claude-sonnet-5-5', name: 'Claude Sonnet 5.5' }], knownFrom: 'Claude', toldAt: moment, listAsOf: '2026-11-19', pricesAsOf: '2026-11-21',
  budget: settings.claudeBudget, month: usage, total: usage, keptAnswers: 9,
}
const draft = { name: 'The Last Tonga', fileName: 'the-last-tonga.fountain', words: 'Blue draft of 2 Nov 2026' }
const sides = {
  id: ids.sides, productionId: ids.production, roleId: ids.role, roleName: role.name, scriptId: ids.script, draft, scenes: [0], context: 1,
  title: 'First round', note: 'Please read it dry.', recipients: [person.name], pages: 2, stale: false, createdAt: moment, updatedAt: moment,
}
const { roleId, scriptId, scenes, context, title, note } = sides
const printedLine = { text: 'RAMDIN', x: 252, y: 138, size: 12, face: 'courierBold', tone: 'ink', kind: 'cue', scene: 0, marked: true }

const memory = {
  id: ids.memory, kind: 'semantic', text: 'Devnath Rai takes no calls before eleven', productionId: null, people: [ids.talent], roles: [], importance: 0.5, confidence: 1, pinned: false,
  validFrom: null, validUntil: null, state: 'live', closedBy: null,
  source: { from: 'said', words: 'Remember: Devnath Rai takes no calls before eleven', conversationId: ids.conversation, messageId: ids.message },
  createdAt: moment, usedAt: null, uses: 0,
}
const memoryProposal = {
  id: ids.memoryProposal, kind: 'procedural', text: 'Send sides to agents as PDF only', productionId: null, people: [],
  source: { from: 'conversation', words: 'From now on send sides to agents as PDF only', conversationId: ids.conversation, messageId: ids.message }, proposedAt: moment, contradicts: null,
}

const earlierDraft = { ...scriptSummary, id: ids.otherScript, fileName: 'the-last-tonga-white.fountain', draft: { line: ids.script, colour: 'white', round: 1, date: null, name: '', newest: false } }
const sceneRef = { index: 0, number: '1', heading: scene.heading, page: 1, element: 0 }
const draftReport = {
  from: earlierDraft, to: scriptSummary, sides: [{ id: ids.sides, roleId: ids.role, roleName: 'RAMDIN', title: 'First round', changed: ['1'] }],
  scenes: [{
    kind: 'changed', also: [], old: [sceneRef], new: [sceneRef], likeness: 0.92, roles: [ids.role],
    changes: { speechesCut: 1, speechesAdded: 0, speechesChanged: 2, actionsCut: 0, actionsAdded: 0, actionsChanged: 0, heading: false, namesOnly: false },
  }],
  roles: [{
    kind: 'renamed', old: [{ id: ids.role, name: 'RAMDEEN' }], new: [{ id: ids.otherRole, name: 'RAMDIN' }], decided: false, marks: ['shrunk'],
    before: { speeches: 31, words: 402, scenes: 8, size: 'lead' }, after: { speeches: 22, words: 290, scenes: 8, size: 'lead' }, facts: [],
    evidence: {
      reason: 'RAMDIN speaks 22 of the 31 speeches of RAMDEEN, in 8 of the same 8 scenes, the names sound alike',
      lines: [{ old: { ...citation, scriptId: ids.otherScript, quote: 'The horse is tired, and so am I.' }, new: { ...citation, quote: 'The horse is tired, and so am I.' } }],
    },
    scenes: [0],
  }],
  totals: {
    rolesNew: 0, rolesGone: 0, rolesRenamed: 1, rolesMerged: 0, rolesSplit: 0, rolesAged: 0, rolesGrown: 0, rolesShrunk: 1,
    scenesChanged: 1, scenesMoved: 0, scenesNew: 0, scenesOmitted: 0, grownFrom: { share: 0.25, words: 25 },
  },
}

const conversation = {
  id: ids.conversation, productionId: ids.production, title: 'Who could play Ramdin', titledBy: 'claude', incognito: false, messages: 2, state: 'idle', queued: 0,
  createdAt: moment, updatedAt: moment, archivedAt: null,
}
const personCard = {
  ref: 't3', kind: 'talent', id: ids.talent, productionId: null, scriptId: null, scene: null, title: person.name, line: 'Man, plays 50 to 65, Varanasi, Bhojpuri and Hindi',
}
const message = {
  id: ids.question, conversationId: ids.conversation, seq: 1, role: 'user', by: 'user', state: 'done', blocks: [{ kind: 'text', text: 'Put Devnath on the short list for Ramdin.' }],
  cards: [], failure: null, model: null, paise: null, memories: [], needsClaude: false, versions: 0, at: moment,
}
const chatAction = {
  id: ids.action, conversationId: ids.conversation, messageId: ids.answer, tool: 'put_on_list', title: 'Put Devnath Rai on the short list for RAMDIN',
  changes: [{ what: 'List', before: '', after: 'Short list' }], warnings: [], records: [personCard], state: 'waiting', failure: null, askedBy: 'claude',
  askedAt: moment, decidedAt: null, canUndo: false,
}
const answer = {
  ...message, id: ids.answer, seq: 2, role: 'assistant', by: 'claude', model: 'claude-sonnet-5-5', paise: 62,
  blocks: [
    { kind: 'text', text: 'I would put [Devnath Rai](#t3) on the short list.' },
    { kind: 'tool', callId: 'toolu_1', tool: 'put_on_list', title: chatAction.title, state: 'waiting', detail: '', cards: [personCard], draft: null, action: chatAction },
  ],
  cards: [personCard],
}
const doneAction = { ...chatAction, state: 'done', decidedAt: moment, canUndo: true }

const twoRoles = [{ id: ids.role, name: 'RAMDIN' }, { id: ids.otherRole, name: 'LAXMI' }]
const pairWish = { roleIds: [ids.role, ids.otherRole], talentIds: [ids.talent, ids.otherTalent] }
const forecast = { mean: 3.2, interval: { low: 1.4, high: 5 }, good: 0.38, reads: 0, others: 2 }
const pairRead = {
  id: ids.pairRead, productionId: ids.production, roles: twoRoles, people: [{ id: ids.talent, name: 'Ayaan Rizvi' }, { id: ids.otherTalent, name: 'Meera Rao' }],
  rating: 4, by: 'Nandini', on: '2026-12-03', notes: 'They listen to each other.', at: moment, predicted: forecast, undone: false,
}
const pairToTest = { roles: twoRoles, people: pairRead.people }
const pairSession = { productionId: ids.production, kind: 'chemistryRead', title: '', day: '2026-12-03', from: '11:00', to: '13:00', zone: 'Asia/Kolkata', place: 'Aram Nagar, Versova', slotMinutes: 20 }

/** An example of each procedure of the contract, by its name; a test checks every one against the contract. */
export const apiExamples: Readonly<Record<string, ApiExample>> = {
  'productions.list': { input: {}, output: [production] },
  'productions.get': { input: { id: ids.production }, output: production },
  'productions.create': { input: { title: 'The Last Tonga' }, output: { ...production, brief: '', shoot: null, scripts: 0, roles: 0 } },
  'productions.update': { input: { id: ids.production, change: { brief: production.brief, shoot: production.shoot } }, output: production },
  'productions.remove': { input: { id: ids.production }, output: {} },
  'productions.restore': { input: { id: ids.production }, output: production },
  'productions.openDemo': { input: {}, events: [progress('Reading the script', 3, 14), done({ productionId: ids.production })] },

  'scripts.list': { input: { productionId: ids.production }, output: [scriptSummary] },
  'scripts.get': { input: { id: ids.script }, output: script },
  'scripts.text': {
    input: { id: ids.script },
    output: [
      { index: 0, kind: 'heading', text: scene.heading, page: 1, scene: 0, character: null, dual: null },
      { index: 1, kind: 'cue', text: 'RAMDIN', page: 1, scene: 0, character: 'RAMDIN', dual: null },
      { index: 2, kind: 'dialogue', text: 'Chal, Basanti. One more round.', page: 1, scene: 0, character: 'RAMDIN', dual: null },
    ],
  },
  'scripts.import': {
    input: { ticket, productionId: null },
    events: [progress('Reading pages', 6, 12), done({ scriptId: ids.script, productionId: ids.production, alreadyThere: false, draftOf: null })],
  },
  'scripts.analyze': { input: { ticket }, events: [progress('Reading pages', 6, 12), done(reading)] },
  'scripts.choices': { input: { productionId: ids.production }, output: choices },
  'scripts.tryReading': { input: { id: ids.script, choices }, events: [progress('Reading pages', 6, 12), done({ reading, elements: [] })] },
  'scripts.readAgain': { input: { id: ids.script, choices }, events: [progress('Reading pages', 6, 12), done({ scriptId: ids.script })] },
  'scripts.pageLines': {
    input: { id: ids.script, page: 4, choices },
    output: {
      width: 595, height: 842, hasPicture: true,
      lines: [{ text: 'Ramdin', x: 252, end: 292, y: 310, height: 13, kind: 'cue', around: { y: 310, opens: true, holds: true, beside: 'alone' } }],
    },
  },
  'scripts.pagePicture': { input: { id: ids.script, page: 4, width: 1200 }, output: new File(['PNG'], 'page 4.png', { type: 'image/png' }) },
  'scripts.readPictures': { input: { id: ids.script }, events: [progress('Reading the picture of page 7', 0, 2), done({ scriptId: ids.script, pages: [7, 9] })] },
  'scripts.remove': { input: { id: ids.script }, output: {} },
  'scripts.restore': { input: { id: ids.script }, output: scriptSummary },

  'roles.list': { input: { productionId: ids.production }, output: [roleSummary] },
  'roles.speaking': {
    input: { scriptId: ids.script },
    output: [{ id: ids.role, name: 'RAMDIN', speeches: 4, scenes: [0], appearances: [{ characterName: 'RAMDIN', scene: 0, element: 3 }] }],
  },
  'roles.get': { input: { id: ids.role }, output: role },
  'roles.update': { input: { id: ids.role, change: { notes: 'Must be good with animals.' } }, output: { ...role, notes: 'Must be good with animals.' } },
  'roles.decideProposal': {
    input: { roleId: ids.role, proposalId: ids.proposal, state: 'accepted', edited: { field: 'look', value: 'wiry, weathered' } },
    output: { ...role, look: 'wiry, weathered', openProposals: 0, proposals: [{ ...role.proposals[0], state: 'accepted' }] },
  },
  'roles.merge': { input: { into: ids.role, from: [ids.otherRole] }, output: { ...role, mergedFrom: [{ id: ids.otherRole, name: smallRole.name }] } },
  'roles.unmerge': { input: { id: ids.otherRole }, output: smallRole },
  'roles.suggestedMerges': {
    input: { productionId: ids.production },
    output: [{ into: ids.role, from: ids.otherRole, reason: 'spelt alike, never in one scene' }],
  },
  'roles.dismissMerge': { input: { into: ids.role, from: ids.otherRole }, output: {} },
  'roles.split': {
    input: { id: ids.role, name: smallRole.name, appearances: [{ scriptId: ids.script, characterName: 'RAMDIN', scene: 0 }] },
    output: { remaining: role, made: smallRole },
  },
  'roles.remove': { input: { id: ids.role }, output: {} },
  'roles.restore': { input: { id: ids.role }, output: role },

  'breakdowns.get': { input: { roleId: ids.role }, output: breakdown },
  'breakdowns.edit': { input: { roleId: ids.role, text: editedBreakdown.paragraph }, output: editedBreakdown },
  'breakdowns.resetToDraft': { input: { roleId: ids.role }, output: breakdown },
  'breakdowns.undoReset': { input: { roleId: ids.role }, output: editedBreakdown },
  'breakdowns.keepEdited': { input: { roleId: ids.role }, output: editedBreakdown },
  'breakdowns.draft': {
    input: { productionId: ids.production, roleId: null, how: 'claude' },
    events: [
      progress('Asking Claude about RAMDIN, RAMDIN AS A BOY', 0, 1),
      done({
        drafted: 1, keptEdited: 0, failed: [{ roleId: ids.otherRole, name: smallRole.name, reason: 'The answer held nothing of it that the script bears out.' }],
        droppedClaims: 1, droppedCitations: 2, requests: 1, fromCache: 0,
      }),
    ],
  },
  'breakdowns.flag': {
    input: { roleId: ids.role, flag: 'riding', said: 'set' },
    output: { ...breakdown, flags: [...breakdown.flags, { flag: 'riding', said: 'set', places: 0, citations: [], madeBy: { by: 'user' } }] },
  },

  'grid.read': {
    input: { scriptId: ids.script },
    output: {
      scenes: [scene],
      roles: [
        { id: ids.role, name: role.name, size: 'lead', speeches: 41, words: 620, eighths: 6, cells: [{ scene: 0, speeches: 3, words: 41, element: 1 }] },
        { id: ids.otherRole, name: smallRole.name, size: 'dayPlayer', speeches: 1, words: 4, eighths: 6, cells: [{ scene: 0, speeches: 0, words: 0, element: 4 }] },
      ],
      pairs: [{ roles: [ids.role, ids.otherRole], scenes: [0], spoken: 0 }],
    },
  },

  'reports.castList': {
    input: { scriptId: ids.script },
    output: {
      rows: [{
        role: ids.role, number: 1, name: role.name, size: 'lead', playingRange: { range: { from: 55, to: 65 }, confirmed: true }, minor: null, gender: { gender: 'male', confirmed: false },
        languages: [{ name: 'Bhojpuri', must: true, confirmed: true }], skills: [{ name: 'horse riding', must: false, confirmed: false }],
        scenes: 9, silent: 1, speeches: 31, words: 402, eighths: 54, firstPage: 1, lastPage: 12, days: 6,
      }],
      kept: false, together: ['RAMDIN AND THE BOY'],
    },
  },
  'reports.keepNumbers': { input: { scriptId: ids.script, numbers: [{ role: ids.role, number: 1 }, { role: ids.otherRole, number: 2 }] }, output: {} },
  'reports.days': {
    input: { scriptId: ids.script },
    output: {
      order: { text: 'Day 1 (12 Jan 2027): 1, 214', dropAfter: null },
      days: [{ label: 'Day 1', short: '1', date: '2027-01-12', kind: 'shoot', note: '', scenes: [0], travellers: [], line: 1 }],
      rows: [{ role: ids.role, number: 1, name: role.name, size: 'lead', cells: [{ day: 0, mark: 'SWF', scenes: [0] }], work: 1, hold: 0, travel: 0, first: 0, last: 0 }],
      findings: [{ line: 1, kind: 'mend', message: 'Day 1: there is no scene 214.' }],
      unscheduled: [], scenes: [scene],
    },
  },
  'reports.saveOrder': { input: { scriptId: ids.script, order: { text: 'Day 1 (12 Jan 2027): 1, 4, 5A-7\nDay 2 - OFF', dropAfter: 10 } }, output: {} },
  'reports.importOrder': {
    input: { scriptId: ids.script, ticket },
    output: { before: { text: '', dropAfter: null }, days: 32, left: [{ line: 140, reason: '"58B" is on no day' }] },
  },
  'reports.make': {
    input: { scriptId: ids.script, report: 'days', format: 'pdf' },
    output: new File(['%PDF-1.3 ...'], 'The Last Tonga day-out-of-days.pdf', { type: 'application/pdf' }),
  },

  'sides.list': { input: { productionId: ids.production }, output: [sides] },
  'sides.get': { input: { id: ids.sides }, output: sides },
  'sides.suggest': {
    input: { roleId: ids.role },
    output: {
      roleId: ids.role, roleName: role.name, scriptId: ids.script, draft,
      scenes: [{ scene, speeches: 4, words: 52, longest: 21, with: [{ name: smallRole.name, speeches: 2 }], reason: `most lines, alone with ${smallRole.name}` }],
    },
  },
  'sides.create': { input: { roleId: ids.role, cut: { scenes: [0], title: 'First round' } }, output: sides },
  'sides.update': { input: { id: ids.sides, change: { context: 1, recipients: [person.name] } }, output: sides },
  'sides.remove': { input: { id: ids.sides }, output: {} },
  'sides.restore': { input: { id: ids.sides }, output: sides },
  'sides.preview': {
    input: { cut: { roleId, scriptId, scenes, context, title, note }, recipient: person.name },
    output: {
      width: 595.28, height: 841.89,
      pages: [{ lines: [printedLine], boxes: [{ kind: 'bar', x: 168.5, y: 128.5, width: 2.5, height: 36.5 }] }],
      watermark: { degrees: -54.74, lines: [{ text: person.name, size: 84, dy: 0 }, { text: '2 Nov 2026', size: 36, dy: 50.4 }] },
    },
  },
  'sides.pdf': { input: { id: ids.sides, recipient: person.name }, output: new File(['%PDF-1.3'], 'RAMDIN - Devnath Rai - The Last Tonga, Blue draft of 2 Nov 2026.pdf', { type: 'application/pdf' }) },
  'sides.batch': {
    input: { rows: [{ sidesId: ids.sides, recipients: [person.name, 'Leela Wagholikar'] }], combined: false },
    events: [progress('Making PDFs', 1, 2), done({ ticket, name: 'Sides - The Last Tonga - 2 Nov 2026.zip', copies: 2, pages: 4 })],
  },
  'sides.collect': { input: { ticket }, output: new File(['PK'], 'Sides - The Last Tonga - 2 Nov 2026.zip', { type: 'application/zip' }) },

  'drafts.list': { input: { productionId: ids.production }, output: [{ line: ids.script, scripts: [scriptSummary, earlierDraft] }] },
  'drafts.set': { input: { scriptId: ids.script, change: { draftOf: ids.otherScript, colour: 'blue', date: '2026-11-02' } }, output: scriptSummary },
  'drafts.compare': { input: { from: ids.otherScript, to: ids.script }, output: draftReport },
  'drafts.sideBySide': {
    input: { from: ids.otherScript, to: ids.script, old: [0], new: [0] },
    output: [{
      kind: 'changed',
      old: [{ kind: 'dialogue', element: 4, page: 1, pieces: [{ text: 'The horse is ', own: false }, { text: 'tired.', own: true }] }],
      new: [{ kind: 'dialogue', element: 4, page: 1, pieces: [{ text: 'The horse is ', own: false }, { text: 'old.', own: true }] }],
    }],
  },
  'drafts.acceptRename': { input: { from: ids.otherScript, to: ids.script, old: [ids.role], new: ids.otherRole }, output: { role, merged: [ids.otherRole], nameBefore: 'RAMDEEN' } },
  'drafts.undoRename': { input: { role: ids.role, merged: [ids.otherRole], name: 'RAMDEEN' }, output: role },
  'drafts.dismissRename': { input: { from: ids.otherScript, to: ids.script, old: [ids.role], new: ids.otherRole }, output: {} },

  'talent.search': {
    input: { text: 'older man who rides horses, speaks Bhojpuri', limit: 20 },
    output: {
      understood: [{ id: 'gender:male', kind: 'gender', label: 'Man' }],
      total: 1,
      people: [{ talent: person, score: 0.91, reasons: ['Man', '"Bhojpuri" in languages', 'similar in meaning'] }],
    },
  },
  'talent.facets': {
    input: { text: 'speaks Bhojpuri', filters: { gender: 'male' } },
    output: [{ of: 'gender', values: [{ label: 'Woman', count: 12, filter: { gender: 'female' } }, { label: 'Man', count: 20, filter: { gender: 'male' } }], unknown: 1 }],
  },
  'talent.explain': {
    input: { text: 'older man who rides horses, under 1 lakh a day', id: ids.talent },
    output: {
      conditions: [{ label: 'Up to ₹1 lakh a day', says: '₹60,000 a day', known: true }],
      texts: [{ field: 'skills', pieces: [{ text: 'Bhojpuri singing, ', marked: false }, { text: 'horse riding', marked: true }] }],
      nearest: { field: 'biography', sentence: 'Grew up among horses in a village on the Ganga.' },
      name: null,
    },
  },
  'talent.named': { input: { letters: 'dev' }, output: [person] },
  'talent.get': { input: { id: ids.talent }, output: talent },
  'talent.create': { input: { facts: { name: person.name, city: person.city } }, output: talent },
  'talent.update': { input: { id: ids.talent, change: { notes: 'Lovely with children.' } }, output: { ...talent, notes: 'Lovely with children.', indexed: false } },
  'talent.remove': { input: { id: ids.talent }, output: {} },
  'talent.restore': { input: { id: ids.talent }, output: talent },
  'talent.previewSheet': {
    input: { ticket },
    output: {
      ticket, fileName: 'talent.csv', sheets: [], sheet: '',
      columns: [{ header: 'Name', guess: 'name', samples: [person.name], hidden: false }, { header: 'Playing Age', guess: 'playingRange', samples: ['50-65'], hidden: false }],
      mapping: ['name', 'playingRange'], mappedAs: null,
      rows: [{ line: 2, read: { name: person.name, playingRange: '50 to 65' }, problem: null, outcome: 'new' }],
      dates: { heading: 'DOB', sample: '03/04/1971', dayFirst: '1971-04-03', monthFirst: '1971-03-04', order: null },
      total: 1, warnings: [], bad: [],
    },
  },
  'talent.badRows': { input: { ticket }, output: new File(['Line,Reason'], 'talent left out.csv', { type: 'text/csv' }) },
  'talent.importSheet': {
    input: { ticket, mapping: ['name', 'playingRange'] },
    events: [progress('Reading rows', 40, 60), done({ importId: ids.import, added: 58, updated: 1, unchanged: 0, failed: [{ line: 17, reason: 'the name is missing' }] })],
  },
  'talent.indexing': { input: { follow: false }, events: [{ done: 40, total: 60 }, { done: 60, total: 60 }] },

  'imports.list': { input: { limit: 50 }, output: { total: 1, imports: [earlierImport] } },
  'imports.get': { input: { id: ids.import }, output: { ...earlierImport, bad: [{ line: 17, reason: 'the name is missing' }], kept: [] } },
  'imports.undo': {
    input: { id: ids.import },
    events: [
      progress('Taking people out', 40, 59),
      done({
        import: { ...earlierImport, state: 'undone', undoneAt: moment }, people: 58, keptCount: 1,
        kept: [{ id: ids.talent, name: person.name, reason: 'changedSince', facts: ['city'] }],
      }),
    ],
  },
  'imports.redo': { input: { id: ids.import }, events: [progress('Bringing people back', 40, 59), done({ import: earlierImport, people: 59, keptCount: 0, kept: [] })] },
  'imports.badRows': { input: { id: ids.import }, output: new File(['Line,Reason'], 'talent left out.csv', { type: 'text/csv' }) },
  'imports.mappings': { input: {}, output: [savedMapping] },
  'imports.renameMapping': { input: { id: ids.mapping, name: 'The agency sheet' }, output: { ...savedMapping, name: 'The agency sheet' } },
  'imports.removeMapping': { input: { id: ids.mapping }, output: {} },

  'media.list': { input: { talentId: ids.talent }, output: [headshot] },
  'media.add': {
    input: { ticket, talentId: ids.talent },
    events: [
      { kind: 'progress', stage: 'Taking the file in', done: 1_024, total: 2_098 },
      { kind: 'progress', stage: 'Making its small pictures', done: 0, total: 0 },
      { kind: 'done', result: { media: headshot, alreadyThere: false } },
    ],
  },
  'media.update': { input: { id: ids.media, change: { caption: headshot.caption, isMain: true } }, output: headshot },
  'media.remove': { input: { id: ids.media }, output: {} },
  'media.restore': { input: { id: ids.media }, output: headshot },
  'media.paper': { input: { id: ids.media }, output: { pages: 2 } },
  'media.paperPage': { input: { id: ids.media, page: 1, width: 1200 }, output: new File(['PNG'], 'page 1.png', { type: 'image/png' }) },
  'media.whosePictures': {
    input: { fileNames: ['RAI DEVNATH 002.jpg', 'leela-wagh_headshot.png'] },
    output: [
      { fileName: 'RAI DEVNATH 002.jpg', name: 'Rai Devnath', certainty: 'sure', people: [{ id: ids.talent, name: person.name, picture: ids.media }] },
      { fileName: 'leela-wagh_headshot.png', name: 'Leela Wagh', certainty: 'unknown', people: [] },
    ],
  },
  'media.takePictures': {
    input: { choices: [{ ticket, talentId: ids.talent }, { ticket, newName: 'Leela Wagh' }] },
    events: [
      { kind: 'progress', stage: 'Taking headshots in', done: 1, total: 2 },
      { kind: 'done', result: { batch: 'headshots by name, 2026-11-02 09:30:00 UTC', added: 2, people: 1, alreadyThere: 0, failed: [] } },
    ],
  },
  'media.undoPictures': { input: { batch: 'headshots by name, 2026-11-02 09:30:00 UTC' }, output: { pictures: 2, people: 1 } },
  'savedSearches.list': { input: {}, output: [savedSearch] },
  'savedSearches.save': { input: { name: savedSearch.name, question: { text: savedSearch.question.text } }, output: savedSearch },
  'savedSearches.news': { input: { id: ids.savedSearch }, output: { total: 14, fresh: 3 } },
  'savedSearches.open': { input: { id: ids.savedSearch }, output: { search: savedSearch, fresh: [ids.talent] } },
  'savedSearches.rename': { input: { id: ids.savedSearch, name: 'Riders, older' }, output: { ...savedSearch, name: 'Riders, older' } },
  'savedSearches.remove': { input: { id: ids.savedSearch }, output: {} },
  'savedSearches.restore': { input: { id: ids.savedSearch }, output: savedSearch },
  'profiles.read': {
    input: { source: { kind: 'message', text: 'Devnath Rai, 50-65, Varanasi, Bhojpuri' } },
    events: [done({
      people: [{
        key: '1.1', from: 'a message', name: person.name, known: { id: ids.talent, name: person.name }, facts: [{ field: 'city', read: 'Varanasi', before: 'Ballia', by: 'rules' }],
        text: 'Devnath Rai, 50-65, Varanasi, Bhojpuri', marks: [{ field: 'name', from: 0, to: 11 }, { field: 'playingRange', from: 13, to: 18 }, { field: 'city', from: 20, to: 28 }, { field: 'languages', from: 30, to: 38 }], acts: true,
      }],
      total: 1, nameless: 0, unread: [], byClaude: null,
    })],
  },
  'profiles.previewClaude': {
    input: { source: { kind: 'message', text: 'Devnath Rai, 50-65, Varanasi, Bhojpuri' } },
    output: {
      profiles: [{
        address: 'https://api.anthropic.com', model: 'claude-haiku-5-5', parts: [{ kind: 'text', text: '[1] Devnath Rai, 50-65, Varanasi, Bhojpuri', characters: 42, tokens: 14 }],
        characters: 42, tokens: 14, answered: false, microDollars: 4_000, paise: 34,
      }],
      paise: 34,
    },
  },
  'profiles.readByClaude': {
    input: { source: { kind: 'message', text: 'Devnath Rai, 50-65, Varanasi, Bhojpuri' } },
    events: [progress('Claude reads', 0, 1), done({
      people: [{ key: '1.1', from: 'a message', name: person.name, known: null, facts: [{ field: 'city', read: 'Varanasi', before: null, by: 'claude' }], text: 'Devnath Rai, 50-65, Varanasi, Bhojpuri', marks: [{ field: 'city', from: 20, to: 28 }], acts: true }],
      total: 1, nameless: 0, unread: [], byClaude: { reading: '01910f6a-0000-7000-8000-000000000001', model: 'claude-haiku-5-5', asked: 1, dropped: 0 },
    })],
  },
  'profiles.take': {
    input: { source: { kind: 'files', tickets: [ticket] }, choices: { leftOut: ['1.2'], without: { '1.1': ['notes'] }, names: { '1.3': 'Kavita Rao' } } },
    events: [progress('Taking people in', 1, 2), done({ importId: ids.import, added: 1, updated: 1, unchanged: 0, failed: [] })],
  },
  'profiles.export': { input: { ids: null, question: null, format: 'json' }, output: new File(['{"castmatch":"talent"}'], 'castmatch-talent-2026-12-03.json', { type: 'application/json' }) },

  'meaning.state': { input: {}, output: meaning },
  'meaning.follow': { input: {}, events: [{ model: meaning.model.name, next: { name: 'multilingual-minilm', done: 40, total: 60 }, resting: null }, { model: 'multilingual-minilm', next: null, resting: null }] },
  'meaning.chooseModel': {
    input: { name: 'multilingual-minilm', files: [{ name: 'model.onnx', ticket: 'ticket-of-model' }, { name: 'tokenizer.json', ticket: 'ticket-of-tokenizer' }] },
    output: { ...meaning, next: { name: 'multilingual-minilm', done: 0, total: 60 } },
  },
  'meaning.useShipped': { input: {}, output: meaning },
  'meaning.cancelModel': { input: {}, output: meaning },
  'meaning.power': { input: { power: { onBattery: true, level: 0.22 } }, output: {} },
  'duplicates.list': { input: { limit: 50 }, output: { total: 1, people: 2, waiting: 0, pairs: [duplicate] } },
  'duplicates.find': { input: {}, events: [progress('Comparing people', 40, 120), done({ people: 3, suggested: 1 })] },
  'duplicates.compare': {
    input: { id: ids.duplicate },
    output: {
      kept: talent, other: secondTalent, likelihood: duplicate.likelihood, reasons: duplicate.reasons,
      facts: [{ field: 'name', state: 'differs', joins: false, proposed: 'kept' }, { field: 'skills', state: 'differs', joins: true, proposed: 'both' }, { field: 'notes', state: 'one', joins: false, proposed: 'kept' }],
    },
  },
  'duplicates.dismiss': { input: { id: ids.duplicate }, output: {} },
  'duplicates.reopen': { input: { id: ids.duplicate }, output: {} },
  'duplicates.merge': { input: { keptId: ids.talent, otherId: ids.otherTalent, take: { city: 'kept' } }, output: { merge: talentMerge, talent } },
  'duplicates.unmerge': { input: { id: ids.merge }, output: { changedSince: [] } },
  'duplicates.merged': { input: { id: ids.talent }, output: [talentMerge] },

  'matching.candidates': {
    input: { roleId: ids.role, limit: 20 },
    output: {
      roleId: ids.role, suggestions: true, asksFor: 'RAMDIN. 55 to 65. Bhojpuri. horse riding.',
      gates: [{ gate: 'playingRange', text: 'plays 55 to 65', source: { text: 'Set on the role, from page 1', page: citation }, lifted: false }],
      candidates: [candidate],
      stopped: [{ ...candidate, fit: 61, interval: { low: 50, high: 70 }, reasons: [], gaps: [], stoppedBy: [{ gate: 'playingRange', text: 'Plays 20 to 28; the role asks for 55 to 65', profile: { field: 'playingRange', quote: 'Plays 20 to 28' }, page: citation, origin: { source: 'talent.csv', at: moment } }] }],
      considered: 2, notIndexed: 0,
    },
  },
  'matching.compare': { input: { roleId: ids.role, talentIds: [ids.talent] }, output: [candidate] },
  'matching.whyNot': { input: { roleId: ids.role, talentId: ids.talent }, output: { candidate, rank: 4, of: 58, text: 'Stands 4 of 58, behind Baliram Yadav most in skills; not known: nearness in meaning' } },
  'matching.settings': { input: { productionId: ids.production }, output: matchSettings },
  'matching.change': { input: { productionId: ids.production, weights: { ...houseWeights, skills: 40 } }, output: { ...matchSettings, weights: { ...houseWeights, skills: 40 }, moved: true } },
  'matching.forget': { input: { productionId: ids.production }, output: matchSettings },

  'pairs.script': {
    input: { productionId: ids.production },
    output: [{
      roles: twoRoles, weight: 1, exchanges: 14, alone: 1,
      scenes: [{ scriptId: ids.script, scene: 0, sceneNumber: '1', page: 1, element: 3, exchanges: 14, alone: true }],
    }],
  },
  'pairs.predict': {
    input: pairWish,
    output: {
      roles: twoRoles, talent: [candidate.talent, { ...candidate.talent, id: ids.otherTalent, name: 'Meera Rao' }], suggestions: true, forecast, before: { ...forecast, mean: 3, interval: { low: 1.1, high: 4.9 }, good: 0.31, others: 0 },
      factors: [{ factor: 'workedTogether', points: 0.18, text: 'Both list The Tea Stall (2019)' }, { factor: 'height', points: null, text: 'Height not known of both' }],
    },
  },
  'pairs.grid': {
    input: { roleIds: pairWish.roleIds, limit: 12 },
    output: { roles: twoRoles, suggestions: true, rows: [{ ...candidate.talent, list: 'selects' }], columns: [{ ...candidate.talent, id: ids.otherTalent, name: 'Meera Rao', list: null }], cells: [[{ ...forecast, known: 4 }]] },
  },
  'pairs.reads': { input: { productionId: ids.production, limit: 20 }, output: [pairRead] },
  'pairs.recordRead': { input: { ...pairWish, rating: 4, by: 'Nandini', on: '2026-12-03', notes: pairRead.notes }, output: pairRead },
  'pairs.undoRead': { input: { id: ids.pairRead }, output: { ...pairRead, undone: true } },
  'pairs.restoreRead': { input: { id: ids.pairRead }, output: pairRead },
  'pairs.record': {
    input: { productionId: ids.production },
    output: {
      suggestions: true, reads: 1, predicted: 1, hits: 0, usual: 1, inside: 1, error: 0.62, meanError: 0.8,
      steps: [{ from: 0.2, to: 0.4, reads: 1, expected: 0.38, observed: 1 }],
      statement: ['A prediction is a hypothesis about the next chemistry read.'], counts: ['Height'],
    },
  },
  'pairs.toTest': { input: { productionId: ids.production }, output: [pairToTest] },
  'pairs.setToTest': { input: { ...pairWish, wanted: true }, output: [pairToTest] },
  'pairs.plan': {
    input: { reads: [pairWish], day: '2026-12-03', from: '11:00', to: '13:00', minutes: 20 },
    events: [
      { kind: 'progress', stage: 'Ordering the reads', done: 0, total: 1 },
      { kind: 'done', result: { reads: [{ ...pairWish, from: '11:00', minutes: 20, comesIn: pairWish.talentIds }], changes: 2, least: 2, proven: true, notPlaced: [], people: [{ id: ids.talent, name: 'Ayaan Rizvi', day: 'unknown', reads: 1, comesIn: 1 }, { id: ids.otherTalent, name: 'Meera Rao', day: 'free', reads: 1, comesIn: 1 }] } },
    ],
  },
  'pairs.session': { input: { facts: pairSession, reads: [{ ...pairWish, from: '11:00', minutes: 20 }] }, output: { id: ids.session, ...pairSession, slots: pairWish.talentIds.map((talentId, at) => ({ ...slot, minutes: 20, from: '11:00', talentId, talentName: pairRead.people[at]?.name, roleId: pairWish.roleIds[at], roleName: twoRoles[at]?.name })) } },

  'ensemble.cast': {
    input: { productionId: ids.production, roleIds: [ids.role], feeTotal: { amount: 50_000_000, currency: 'INR' } },
    events: [
      { kind: 'progress', stage: 'Looking for the best cast', done: 0, total: 4 },
      {
        kind: 'done',
        result: {
          state: 'found', blockedBy: [],
          casts: [{
            roles: [{
              roleId: ids.role, roleName: 'RAMDIN', talentId: ids.talent, talentName: candidate.talent.name, picture: null, fit: 78, interval: { low: 66, high: 88 }, fee: { amount: 4_000_000, currency: 'INR' },
              dates: { state: 'free', text: 'Free' }, why: ['Plays 50 to 65; the role asks for 55 to 65'], gap: 'Height not known', stoppedBy: [], fixed: false,
            }],
            worth: 78, fit: 78, chemistry: null, pairs: [], fee: { amount: 4_000_000, currency: 'INR' }, feesUnknown: 0, differs: 0, proven: true, gap: 0,
          }],
          considered: [{ roleId: ids.role, roleName: 'RAMDIN', people: 40, held: 0 }], pairs: [],
        },
      },
    ],
  },
  'ensemble.wishes': { input: { productionId: ids.production }, output: keptWishes },
  'ensemble.keepWishes': { input: { productionId: ids.production, wishes: { roleIds: [ids.role], feeTotal: { amount: 50_000_000, currency: 'INR' }, out: [ids.otherTalent] } }, output: { ...keptWishes, kept: true } },

  'casting.board': { input: { productionId: ids.production }, output: [entry] },
  'casting.list': { input: { roleId: ids.role }, output: [entry] },
  'casting.ofTalent': {
    input: { talentId: ids.talent },
    output: [{ roleId: ids.role, ...standing, addedBy: 'user', addedAt: moment, changedAt: moment, roleName: 'RAMDIN', productionId: ids.production, productionTitle: production.title }],
  },
  'casting.put': {
    input: { roleId: ids.role, talentId: ids.talent, list: 'shortList', hold: standing.hold, note: standing.note, reason: castingChange.reason },
    output: { entry, change: castingChange },
  },
  'casting.takeOff': { input: { roleId: ids.role, talentId: ids.talent, reason: 'Not to be had in January.' }, output: { ...castingChange, before: standing, after: null, reason: 'Not to be had in January.' } },
  'casting.undo': {
    input: { changeId: ids.castingChange },
    output: { ...castingChange, id: ids.otherChange, before: standing, after: castingChange.before, reason: 'Undone' },
  },
  'casting.putCast': { input: { people: [{ roleId: ids.role, talentId: ids.talent }], list: 'shortList', reason: 'The best cast of one role' }, output: { changes: [{ ...castingChange, by: 'assistant' }], stood: 0 } },
  'casting.undoAll': { input: { changeIds: [ids.castingChange] }, output: [{ ...castingChange, id: ids.otherChange, before: standing, after: castingChange.before, reason: 'Undone' }] },
  'casting.history': { input: { roleId: ids.role, limit: 20 }, output: [castingChange] },

  'dropOuts.read': {
    input: { roleId: ids.role, talentId: ids.otherTalent, limit: 12 },
    output: {
      roleId: ids.role, roleName: 'RAMDIN', suggestions: true, out: { talent: { ...candidate.talent, id: ids.otherTalent, name: 'Meera Rao' }, status: 'booked' },
      breaks: [{ kind: 'dates', on: '2027-01-10', text: 'Needed from 2027-01-10 to 2027-01-28, 40 days from now' }],
      backups: [{
        talent: candidate.talent, standing, fit: 83, interval: { low: 71, high: 90 }, reasons: ['Speaks Awadhi as mother tongue'], stoppedBy: [], dates: { state: 'free', text: 'Free on all days' },
        lastContact: { on: '2026-11-30', text: 'Callback for Masaan' }, pairs: [{ role: { id: ids.otherRole, name: 'BINDU' }, person: { id: ids.otherTalent, name: 'Meera Rao' }, scenes: 4, forecast: { ...forecast, known: 4 } }], breaks: [],
      }],
      considered: 412,
    },
  },

  'auditions.sessions': { input: { productionId: ids.production, from: '2026-12-01', to: '2026-12-07' }, output: [session] },
  'auditions.create': { input: { facts: sessionFacts }, output: { ...session, slots: [] } },
  'auditions.update': { input: { id: ids.session, change: { to: '18:00' } }, output: { ...session, to: '18:00' } },
  'auditions.remove': { input: { id: ids.session }, output: {} },
  'auditions.restore': { input: { id: ids.session }, output: session },
  'auditions.propose': {
    input: { productionId: ids.production, talentIds: [ids.talent], roleId: ids.role },
    output: {
      slots: [{ sessionId: ids.session, day: session.day, from: '11:30', minutes: 15, talentId: ids.talent, roleId: ids.role, warnings: ['Pencilled elsewhere on 3 Dec 2026'] }],
      notPlaced: [],
    },
  },
  'auditions.book': { input: { sessionId: ids.session, from: '11:30', talentId: ids.talent, roleId: ids.role }, output: slot },
  'auditions.move': { input: { id: ids.slot, from: '12:00' }, output: { ...slot, from: '12:00' } },
  'auditions.setState': { input: { id: ids.slot, state: 'confirmed' }, output: { ...slot, state: 'confirmed' } },
  'auditions.cancel': { input: { id: ids.slot }, output: { slot, at: moment } },
  'auditions.message': {
    input: { id: ids.slot, language: 'en' },
    output: {
      to: 'Sarita Kale', phone: '+91 98200 11111', email: '', subject: 'Audition for The Last Tonga, Thursday, 3 December 2026',
      text: 'Hello Sarita Kale,\n\nWe would like to see you for an audition for “The Last Tonga”.\nWhen: Thursday, 3 December 2026, 11:30 am to 11:45 am (IST)\n\nPlease tell us whether this works.',
    },
  },
  'auditions.uncancel': { input: { id: ids.slot }, output: slot },
  'memory.list': { input: { text: 'calls' }, output: { total: 1, memories: [memory] } },
  'memory.get': { input: { id: ids.memory }, output: { ...memory, usedAt: moment, uses: 1, usedIn: [{ at: moment, conversationId: ids.conversation, messageId: ids.message, title: 'The tonga driver' }] } },
  'memory.add': { input: { facts: { text: memory.text } }, output: { memory, was: 'added', contradicts: [] } },
  'memory.update': { input: { id: ids.memory, change: { pinned: true } }, output: { ...memory, pinned: true } },
  'memory.close': { input: { id: ids.memory }, output: { ...memory, state: 'closed', validUntil: '2026-11-02' } },
  'memory.reopen': { input: { id: ids.memory }, output: memory },
  'memory.forget': { input: { ids: [ids.memory, ids.otherMemory] }, output: { forgotten: 2 } },
  'memory.recall': { input: { text: 'When may I call Devnath?' }, output: [{ memory, score: 0.71, reasons: ['about Devnath', 'says call', 'similar in meaning'] }] },
  'memory.proposals': { input: { conversationId: ids.conversation }, output: [memoryProposal] },
  'memory.keepProposal': { input: { id: ids.memoryProposal }, output: { ...memory, id: ids.otherMemory, kind: 'procedural', text: memoryProposal.text, people: [], confidence: 0.9, source: memoryProposal.source } },
  'memory.dismissProposal': { input: { id: ids.memoryProposal }, output: {} },
  'memory.health': { input: {}, output: { live: 212, faded: 9, closed: 31, stale: 4, duplicates: 0, unused: 17, indexed: 212 } },
  'memory.export': { input: {}, output: new File(['{"castmatch":"memories"}'], 'castmatch-memories-2026-11-02.json', { type: 'application/json' }) },
  'memory.import': { input: { ticket }, output: { added: 40, known: 3, left: [{ entry: 12, reason: 'its production is not here' }] } },

  'chat.conversations': { input: { productionId: ids.production }, output: { total: 1, conversations: [conversation] } },
  'chat.begin': { input: { productionId: ids.production }, output: { ...conversation, title: '', titledBy: 'nobody', messages: 0 } },
  'chat.get': { input: { id: ids.conversation }, output: conversation },
  'chat.rename': { input: { id: ids.conversation, title: 'Ramdin' }, output: { ...conversation, title: 'Ramdin', titledBy: 'user' } },
  'chat.archive': { input: { id: ids.conversation, archived: true }, output: { ...conversation, archivedAt: moment } },
  'chat.remove': { input: { id: ids.conversation }, output: {} },
  'chat.restore': { input: { id: ids.conversation }, output: conversation },
  'chat.messages': { input: { conversationId: ids.conversation }, output: { messages: [message, answer], earlier: 0, later: 0 } },
  'chat.versions': { input: { messageId: ids.answer }, output: [{ ...answer, blocks: [{ kind: 'text', text: 'Which list do you mean?' }], cards: [], state: 'stopped' }] },
  'chat.follow': {
    input: { conversationId: ids.conversation },
    events: [
      { kind: 'conversation', conversation: { ...conversation, state: 'answering' } },
      { kind: 'phase', phase: { kind: 'writing' } },
      { kind: 'message', message: { ...answer, state: 'streaming', blocks: [{ kind: 'text', text: 'I would put ' }], cards: [] } },
      { kind: 'delta', messageId: ids.answer, block: 0, says: 'text', from: 12, text: '[Devnath Rai](#t3) on the' },
      { kind: 'message', message: answer },
      { kind: 'phase', phase: { kind: 'waiting' } },
    ],
  },
  'chat.before': {
    input: { conversationId: ids.conversation, text: 'Who could play Ramdin?' },
    output: { who: 'claude', why: '', asks: ['first'], tokens: 5_200, paise: 190, monthPaise: 1_613, budgetPaise: 100_000 },
  },
  'chat.exactRequest': {
    input: { conversationId: ids.conversation, text: 'Who could play Ramdin?' },
    output: {
      address: 'https://api.anthropic.com', model: 'claude-sonnet-5-5', json: '{ "model": "claude-sonnet-5-5", ... }',
      parts: [{ title: 'Your question', text: 'Who could play Ramdin?', tokens: 9, why: 'It is what you asked.' }],
      tokens: 5_200, counted: false, paise: 190, pseudonyms: [{ name: person.name, sent: 'Person T3' }],
    },
  },
  'chat.send': { input: { conversationId: ids.conversation, text: 'Put Devnath on the short list for Ramdin.', agreed: ['first'] }, output: { question: message, answer: { ...answer, state: 'streaming', blocks: [], cards: [], model: null, paise: null } } },
  'chat.sendQueued': { input: { messageId: ids.question }, output: { question: message, answer } },
  'chat.dropQueued': { input: { messageId: ids.question }, output: {} },
  'chat.stop': { input: { conversationId: ids.conversation }, output: {} },
  'chat.retry': { input: { answerId: ids.answer }, output: { answer: { ...answer, versions: 1 } } },
  'chat.edit': { input: { questionId: ids.question, text: 'Put Devnath on the long list for Ramdin.' }, output: { question: { ...message, versions: 1 }, answer } },
  'chat.decide': { input: { actionId: ids.action, yes: true }, output: doneAction },
  'chat.undoAction': { input: { actionId: ids.action }, output: { ...doneAction, state: 'undone', canUndo: false } },
  'chat.actions': { input: { conversationId: ids.conversation }, output: { total: 1, actions: [doneAction] } },
  'chat.search': {
    input: { text: 'short list' },
    output: [{ conversation, messageId: ids.question, excerpt: 'Put Devnath on the short list for Ramdin.', marks: [{ from: 19, to: 29 }], at: moment }],
  },
  'chat.export': { input: { id: ids.conversation, as: 'markdown' }, output: new File(['# Who could play Ramdin\n'], 'Who could play Ramdin.md', { type: 'text/markdown' }) },
  'chat.working': { input: { conversationId: ids.conversation }, output: [{ text: 'Talking about Devnath Rai (t3)', at: moment, until: '2026-11-09T09:30:00.000Z' }] },
  'chat.endIncognito': { input: { conversationId: ids.conversation }, output: {} },

  'claude.state': { input: {}, output: claude },
  'claude.setKey': { input: { key: 'sk-ant-api03-...' }, output: claude },
  'claude.removeKey': { input: {}, output: { ...claude, ready: false, hasKey: false } },
  'claude.test': { input: {}, output: { models: 9, missing: [], milliseconds: 412 } },
  'claude.forgetAnswers': { input: {}, output: { forgotten: 9 } },
  'claude.consent': { input: { productionId: ids.production }, output: { productionId: ids.production, says: 'unasked', saidAt: null } },
  'claude.setConsent': { input: { productionId: ids.production, allowed: true }, output: { productionId: ids.production, says: 'yes', saidAt: moment } },

  'settings.get': { input: {}, output: settings },
  'settings.update': {
    input: { glossary: [{ term: 'pehlwan', means: ['wrestler'] }] },
    output: { ...settings, glossary: [{ term: 'pehlwan', means: ['wrestler'] }] },
  },

  'health.report': {
    input: {},
    output: {
      version: '0.1.0', door: 'browser', dataFolder: '~/.local/share/CastMatch', node: '24.21.0', sqlite: '3.51.0', sqliteVec: 'v0.1.9', schemaVersion: 3,
      databaseBytes: 1_310_720, lastBackup: null, secrets: 'In a scrambled file in the data folder, readable by your user account only.',
      counts: { productions: 1, scripts: 1, roles: 9, talent: 60 }, indexed: { done: 60, total: 60, model: 'universal-sentence-encoder-lite' },
      claude: {
        on: true, hasKey: true, breaker: 'closed', triesAgainAt: null, underWay: 1, queued: 0, lastFailure: claude.lastFailure, models: claude.models, knownFrom: 'Claude', toldAt: moment,
        listAsOf: claude.listAsOf, budget: claude.budget, month: usage,
      },
    },
  },
  'health.pulse': { input: { everyMs: 5_000 }, events: [{ at: moment }, { at: '2026-11-02T09:30:05.000Z' }] },
}
