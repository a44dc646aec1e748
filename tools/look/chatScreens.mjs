import { setTimeout } from 'node:timers/promises'
import { answering, saying, startClaudeStandIn } from '../../tests/support/claudeStandIn.ts'
import { longTalk, seedProposals, seedTalk } from './chatSeed.ts'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./screens.mjs').Screen} Screen */
/** @typedef {import('./chatSeed.ts').SeedTalk} SeedTalk */

/** @type {SeedTalk['refs']} */
const refs = [
  { ref: 't1', kind: 'talent', name: 'Phoolmati Kunwar' }, { ref: 't2', kind: 'talent', name: 'Sundari Ojha' }, { ref: 't3', kind: 'talent', name: 'Ramkali Bai' },
  { ref: 't4', kind: 'talent', name: 'Nirmala' }, { ref: 't5', kind: 'talent', name: 'Zubeida' }, { ref: 't6', kind: 'talent', name: 'Tarannum' }, { ref: 't7', kind: 'talent', name: 'Ishwari' },
  { ref: 'r1', kind: 'role', name: 'SAROJ DEVI' }, { ref: 's3', kind: 'scene', name: '2' },
]

/** A question about a role, with thinking, tools, cards, a table, code and Hindi. @type {SeedTalk} */
const rich = {
  title: 'Who could play Saroj Devi',
  refs,
  messages: [
    { role: 'user', text: 'Who could play Saroj Devi? She must carry the scene on the bench without a word.' },
    {
      role: 'assistant',
      costMicros: 21_400,
      memories: [{ id: 'm', text: 'For mothers, prefer stage actors over television.' }],
      blocks: [
        { kind: 'thinking', text: 'The role asks for a woman of 45 to 60 with Bhojpuri. The bench scene has no lines, so stage experience counts. Let me look at the book before I name anybody.' },
        { kind: 'tool', callId: 'c1', tool: 'search_talent', title: 'Searched the talent book: woman of forty to sixty, Bhojpuri', state: 'done', detail: '7 people', refs: ['t1', 't2', 't3', 't4', 't5', 't6', 't7'], draft: null },
        { kind: 'tool', callId: 'c2', tool: 'read_scene', title: 'Read scene 3', state: 'done', detail: 'page 2', refs: ['s3'], draft: null },
        { kind: 'text', text: '[Phoolmati Kunwar](#t1) stands first for [Saroj Devi](#r1). [The bench scene](#s3) needs stillness, and she has done it on stage.\n\n| Who | Plays | Bhojpuri | Sings |\n|---|---|---|---|\n| [Phoolmati Kunwar](#t1) | 42 to 56 | mother tongue | yes |\n| [Sundari Ojha](#t2) | 44 to 58 | mother tongue | unknown |\n| [Ramkali Bai](#t3) | 48 to 60 | some | folk songs |\n\n### What is not known\n\n- Whether **Sundari** is free in December\n- Whether *Ramkali* can ride a train unaided; [a stranger](#t99) is plain words\n\nA line to try in the room:\n\n> चाय ठंडी हो गई, बेटा। अब क्या बोलूँ?\n\n```\nINT. PLATFORM NINE - NIGHT\nShe folds the shawl. The train does not come.\n```\n\nHer reel lies at [her page](https://vimeo.com/phoolmati-kunwar/reel-2026).' },
      ],
    },
    { role: 'user', text: 'उनके लिए एक ऑडिशन संदेश लिखो, हिंदी में।' },
    {
      role: 'assistant',
      blocks: [
        { kind: 'tool', callId: 'c3', tool: 'draft_message', title: 'Drafted a message', state: 'done', detail: '', refs: [], draft: { language: 'hi', to: 'Phoolmati Kunwar', text: 'नमस्ते फूलमती जी,\n\n“चाय एट प्लैटफ़ॉर्म नाइन” में सरोज देवी के किरदार के लिए हम आपका ऑडिशन लेना चाहते हैं। क्या आप अगले हफ़्ते मुंबई में समय निकाल पाएँगी?\n\nधन्यवाद' } },
        { kind: 'text', text: 'यह रहा। तारीख़ और जगह अभी तय नहीं है, इसलिए मैंने उन्हें नहीं लिखा।' },
      ],
    },
  ],
}

/** @param {'waiting' | 'done' | 'declined'} state @param {string} callId @param {string} who */
const asking = (state, callId, who) => ({
  blocks: [
    { kind: 'text', text: 'She is not on any list yet. I can put her on the short list.' },
    { kind: 'tool', callId, tool: 'put_on_list', title: `Put ${who} on the short list for SAROJ DEVI`, state: 'waiting', detail: '', refs: [], draft: null },
  ],
  action: {
    callId, state,
    shown: { title: `Put ${who} on the short list for SAROJ DEVI`, changes: [{ what: 'List', before: '', after: 'Short list' }, { what: 'Status', before: 'suggested', after: 'shortlisted' }], warnings: state === 'waiting' ? ['On hold for another role until 3 Dec.'] : [], refs: ['t1', 'r1'] },
  },
})

/** @type {SeedTalk} */
const acting = {
  title: 'Short list for Saroj Devi',
  refs,
  messages: [
    { role: 'user', text: 'Put Sundari on the short list.' },
    { role: 'assistant', ...asking('done', 'a1', 'Sundari Ojha') },
    { role: 'user', text: 'And Ramkali.' },
    { role: 'assistant', ...asking('declined', 'a2', 'Ramkali Bai Ahirwar') },
    { role: 'user', text: 'Then Phoolmati.' },
    { role: 'assistant', ...asking('waiting', 'a3', 'Phoolmati Kunwar') },
  ],
}

/** @type {SeedTalk} */
const failing = {
  title: 'Dates of the four leads',
  refs,
  messages: [
    { role: 'user', text: 'Who is free in the first week of December?' },
    { role: 'assistant', by: 'records', needsClaude: true, blocks: [{ kind: 'tool', callId: 'f1', tool: 'search_talent', title: 'Looked through the calendar of 60 people', state: 'done', detail: '3 free', refs: ['t1', 't2', 't3'], draft: null }, { kind: 'text', text: 'Three people of the short list are free: [Phoolmati Kunwar](#t1), [Sundari Ojha](#t2) and [Ramkali Bai](#t3).' }] },
    { role: 'user', text: 'Compare them for the bench scene.' },
    { role: 'assistant', state: 'stopped', text: 'All three can hold a silence. Phoolmati has the' },
    { role: 'user', text: 'Go on.' },
    { role: 'assistant', state: 'failed', text: '', blocks: [], failure: { code: 'CLAUDE_OVERLOADED', data: { seconds: 40 } } },
    { role: 'user', state: 'queued', text: 'Write a note to the producer about the three of them.' },
  ],
}

/** Seeds a conversation and opens it on its page or in the dock. @param {SeedTalk} talk @param {'page' | 'dock'} where @param {string} shows */
const opens = (talk, where, shows) => /** @param {Page} page @param {{ dataFolder: string }} office */ async (page, { dataFolder }) => {
  const id = seedTalk(dataFolder, talk)
  if (where === 'page') await page.evaluate(place => { location.hash = place }, `/chat/${id}`)
  else {
    await page.evaluate(one => sessionStorage.setItem('castmatch.chat.last', one), id)
    await page.reload()
    await page.getByRole('contentinfo').getByText('Connected').waitFor()
    await openDock(page)
  }
  await page.getByText(shows).first().waitFor()
}

/** @param {Page} page */
const openDock = async page => {
  const dock = page.getByRole('complementary', { name: 'Chat dock' })
  if (!(await dock.isVisible())) await page.keyboard.press('Control+j')
  await dock.waitFor()
}

/** @param {Page} page */
const closeDock = async page => {
  const close = page.getByRole('button', { name: 'Close the chat' })
  if (await close.isVisible()) await close.click()
}

/**
 * Gives the office a stand-in for Claude and a key, begins a conversation and asks; what is asked before the first send stands open.
 * The stand-in lives until the browser is closed.
 *
 * @param {Page} page
 */
const askClaude = async page => {
  const standIn = await startClaudeStandIn()
  page.context().browser()?.once('disconnected', () => void standIn.close())
  standIn.repliesToShapes(answering({ title: 'The bench scene' }))
  standIn.replies(saying([
    { thinking: 'The bench scene has no lines. Whom have I seen hold a silence?' },
    { text: 'Three women of your book come near for the bench scene.\n\n- **Phoolmati Kunwar** plays 42 to 56 and has done it on stage\n- **Sundari Ojha** plays 44 to 58; whether she sings is unknown\n- ' + 'and then there is the long wait of the last train '.repeat(40) },
  ], { pace: async () => { await setTimeout(standIn.requests.length > 0 ? 25 : 0) } }))
  await page.evaluate(() => { location.hash = '/settings' })
  const claude = page.getByRole('region', { name: 'Claude', exact: true })
  await claude.getByLabel('Address').fill(standIn.address)
  await claude.getByLabel('Address').press('Enter')
  await claude.getByText(`No key for ${new URL(standIn.address).host} yet.`).waitFor()
  await claude.getByLabel('API key', { exact: true }).fill('any-key-at-all')
  await claude.getByRole('button', { name: 'Keep the key' }).click()
  await claude.getByText('It works').waitFor()
  await page.evaluate(() => { location.hash = '/chat' })
  await page.getByRole('textbox', { name: 'Your question' }).fill('Who could hold the silence on the bench?')
  await page.getByRole('textbox', { name: 'Your question' }).press('Enter')
  await page.getByRole('dialog', { name: 'Send this to Claude?' }).waitFor()
}

/** The pictures of the chat. @type {readonly Screen[]} */
export const chatScreens = [
  { name: 'chat', state: 'empty', office: 'demo', place: '/chat', bring: async page => { await page.getByText('Ask about your people').waitFor() } },
  { name: 'chat', state: 'full', office: 'demo', bring: async (page, office) => { await opens(rich, 'page', 'यह रहा')(page, office); await page.getByRole('region', { name: 'Messages' }).focus(); await page.keyboard.press('Home'); await page.getByRole('button', { name: /Searched the talent book/ }).click() } },
  { name: 'chat', state: 'end', office: 'demo', bring: opens(rich, 'page', 'यह रहा') },
  { name: 'chat', state: 'action', office: 'demo', bring: opens(acting, 'page', 'Nothing is done before you say yes') },
  { name: 'chat', state: 'failing', office: 'demo', bring: opens(failing, 'page', 'Waits to be sent to Claude') },
  { name: 'chat', state: 'long', office: 'demo', bring: opens(longTalk(400), 'page', 'Answer 400') },
  { name: 'chat', state: 'dockEmpty', office: 'demo', place: '/talent', bring: async page => { await page.evaluate(() => sessionStorage.clear()); await page.reload(); await page.getByRole('gridcell').first().waitFor(); await openDock(page); await page.getByText('Ask about your people').waitFor() } },
  { name: 'chat', state: 'dock', office: 'demo', place: '/talent', bring: opens(rich, 'dock', 'यह रहा') },
  { name: 'chat', state: 'dockAction', office: 'demo', place: '/talent', bring: async (page, office) => { await opens(acting, 'dock', 'Nothing is done before you say yes')(page, office); await page.getByRole('gridcell').first().click() } },
  { name: 'chat', state: 'menu', office: 'demo', place: '/talent', bring: async (page, office) => { await opens(failing, 'dock', 'Waits to be sent to Claude')(page, office); await page.getByRole('button', { name: 'What can be done with this conversation' }).click() } },
  { name: 'chat', state: 'link', office: 'demo', bring: async (page, office) => { await opens(rich, 'page', 'यह रहा')(page, office); await closeDock(page); await page.getByRole('button', { name: /her page/ }).click(); await page.getByRole('dialog').waitFor() } },
  { name: 'chat', state: 'keep', office: 'demo', bring: async (page, { dataFolder }) => { const id = seedTalk(dataFolder, rich); seedProposals(dataFolder, id, ['For mothers, prefer stage actors over television.', 'Phoolmati takes no night trains.']); await page.evaluate(place => { location.hash = place }, `/chat/${id}`); await page.getByRole('region', { name: 'Proposed memories' }).waitFor() } },
  { name: 'chat', state: 'dockKeep', office: 'demo', place: '/talent', bring: async (page, office) => { await opens(rich, 'dock', 'यह रहा')(page, office); seedProposals(office.dataFolder, await page.evaluate(() => sessionStorage.getItem('castmatch.chat.last')) ?? '', ['For mothers, prefer stage actors over television.']); await page.reload(); await page.getByRole('region', { name: 'Proposed memories' }).waitFor() } },
  { name: 'chat', state: 'search', office: 'demo', place: '/chat', bring: async (page, { dataFolder }) => { seedTalk(dataFolder, rich); await page.reload(); await closeDock(page); await page.getByRole('searchbox', { name: 'Search the conversations' }).fill('bench'); await page.getByRole('list', { name: 'Found' }).waitFor() } },
  { name: 'chat', state: 'consent', office: 'demo', bring: async page => { await closeDock(page); await askClaude(page) } },
  { name: 'chat', state: 'leaves', office: 'demo', bring: async page => { await askClaude(page); await page.getByRole('button', { name: 'Show what leaves this laptop' }).click(); await page.getByLabel('The exact request').waitFor() } },
  { name: 'chat', state: 'streaming', office: 'demo', bring: async page => { await askClaude(page); await page.getByRole('button', { name: 'Send it' }).click(); await page.getByText('come near for the bench').waitFor() } },
]
