/** What is said in answers, in English and in Roman Hindi; `{slot}` is filled in. */
export const phrases = {
  // People
  found: ['{count} found for: {understood}', '{count} mile, is par: {understood}'],
  foundNone: ['Nobody in your talent book fits: {understood}', 'Aapki talent book mein koi nahi mila: {understood}'],
  firstOf: ['The first {shown} of {count} stand here.', '{count} mein se pehle {shown} yahan hain.'],
  freeOn: ['Free on {days}, all of it, by the records: {count}', '{days} ko poora khali, records ke hisaab se: {count}'],
  freeNone: ['Nobody is recorded as free on all of {days}.', '{days} ko poora khali koi darj nahi hai.'],
  freeUnknown: ['{count} more have nothing recorded for these days; that is not a no.', '{count} aur logon ka in dinon ka kuch darj nahi; iska matlab na nahi hai.'],
  freePart: ['Free on part of it: {names}', 'Kuch din khali: {names}'],
  pencilledThen: ['Pencilled elsewhere: {names}', 'Kahin aur pencil: {names}'],
  freeOne: ['{name}, {days}: {state}', '{name}, {days}: {state}'],
  free: ['free', 'khali'],
  pencilled: ['pencilled elsewhere', 'kahin aur pencilled'],
  blocked: ['blocked', 'khali nahi (blocked)'],
  unknown: ['nothing recorded', 'kuch darj nahi'],
  // Sessions
  sessionsOn: ['Sessions, {days}: {count}', 'Sessions, {days}: {count}'],
  sessionsNone: ['No session is booked: {days}', 'Koi session nahi hai: {days}'],
  noSlots: ['No slot is booked in it.', 'Ismein koi slot book nahi hai.'],
  slotsOf: ['Slots of {name}: {count}', '{name} ke slot: {count}'],
  slotsNone: ['{name} has no slot from {day} on.', '{name} ka {day} se aage koi slot nahi hai.'],
  // Progress and lists
  progressAll: ['{count} roles: {booked} booked, {listed} with somebody on a list, {empty} with nobody', '{count} role: {booked} book, {listed} mein list par koi hai, {empty} mein koi nahi'],
  nobodyOn: ['{empty} of {count} roles have nobody on a list: {names}', '{count} mein se {empty} role mein list par koi nahi: {names}'],
  nobodyNone: ['Every role has somebody on a list.', 'Har role mein list par koi na koi hai.'],
  progressOne: ['{name}: {count} on its lists', '{name}: list par {count} log'],
  progressEmpty: ['{name}: nobody is on a list yet', '{name}: list par abhi koi nahi'],
  onLists: ['{what}: {count}', '{what}: {count}'],
  onListsNone: ['Nobody: {what}', 'Koi nahi: {what}'],
  standsNowhere: ['{name} is on no list.', '{name} kisi list par nahi hai.'],
  standsOn: ['{name} is on {count} lists', '{name} {count} list par hai'],
  holds: ['Holds, the first to expire first: {count}', 'Hold, jo pehle khatam ho woh pehle: {count}'],
  holdsNone: ['Nobody is on hold{where}.', 'Hold par koi nahi hai{where}.'],
  noDay: ['no day agreed', 'koi din tay nahi'],
  daysLeft: ['{day}, {left} days left', '{day}, {left} din baki'],
  lapsed: ['{day}, lapsed', '{day}, khatam'],
  // The script
  roleScenes: ['{name}: {scenes} scenes, {speeches} speeches, {words} words', '{name}: {scenes} scene, {speeches} dialogue, {words} shabd'],
  silentIn: ['In {count} of them without a word.', 'Inmein {count} mein bina bole.'],
  firstHeard: ['{name} first speaks on page {page}, scene {scene}', '{name} pehli baar page {page} par bolta hai, scene {scene}'],
  firstMet: ['{name} is introduced on page {page}, scene {scene}', '{name} page {page} par pehli baar aata hai, scene {scene}'],
  neverHeard: ['{name} does not speak in the newest draft.', '{name} naye draft mein bolta nahi.'],
  sharesWith: ['{name} shares scenes with {count}', '{name} ke scene {count} ke saath hain'],
  sharesNone: ['{name} shares a scene with nobody.', '{name} ka scene kisi ke saath nahi hai.'],
  pairScenes: ['{one} and {other}: {count} scenes together, both speak in {spoken}', '{one} aur {other}: {count} scene saath mein, {spoken} mein dono bolte hain'],
  inScene: ['Scene {scene}, page {page}: {count} roles', 'Scene {scene}, page {page}: {count} role'],
  scenesOfKind: ['{count} of {all} scenes', '{all} mein se {count} scene'],
  noScene: ['There is no scene {scene}; the script has {count}.', 'Scene {scene} nahi hai; script mein {count} scene hain.'],
  noScript: ['No script is in this production yet.', 'Is production mein abhi koi script nahi hai.'],
  noProduction: ['Open a production first, or begin the conversation in one: this is asked of its script and lists.', 'Pehle production kholiye: yeh uski script aur list se poocha jata hai.'],
  roleList: ['{count} roles{which}, most speeches first', '{count} role{which}, sabse zyada bolne wale pehle'],
  scriptSays: ['What the script and your breakdown say of {name}', '{name} ke baare mein script aur breakdown'],
  byHand: ['set in the breakdown', 'breakdown mein likha'],
  // The book
  counts: ['{what}: {count}', '{what}: {count}'],
  notKnown: ['not known', 'pata nahi'],
  factOf: ['{what} of {name}: {fact}', '{name}, {what}: {fact}'],
  opened: ['{name}: {line}', '{name}: {line}'],
  compared: ['Side by side{role}. What is not known counts for nothing; the choice is yours.', 'Aamne saamne{role}. Jo pata nahi woh gina nahi gaya; faisla aapka hai.'],
  fits: ['Who could play {name}, by the fit of what is recorded', '{name} kaun kar sakta hai, jo darj hai uske hisaab se'],
  fitsNone: ['Nobody in the book passes what {name} asks for; {stopped} are held back by a condition.', '{name} ki sharton par koi khara nahi; {stopped} kisi shart se ruke hain.'],
  fitsOff: ['Suggestions are switched off for {name}.', '{name} ke liye sujhav band hain.'],
  // Memory
  remembered: ['Remembered: {text}', 'Yaad rakh liya: {text}'],
  known: ['Already remembered: {text}', 'Pehle se yaad hai: {text}'],
  notKept: ['Not kept: {why}', 'Nahi rakha: {why}'],
  tryAgain: ['it could not be done just now, try again', 'abhi nahi ho saka, phir se kahiye'],
  forgetAsk: ['Say yes to what is to be forgotten for good: {count}. Nothing is forgotten before that.', 'Jo hamesha ke liye bhoolna hai us par haan kahiye: {count}. Tab tak kuch nahi mitega.'],
  forgetNone: ['Nothing is remembered that says this: {about}', 'Aisa kuch yaad nahi hai: {about}'],
  incognito: ['Nothing is remembered from an incognito conversation. Your words stand above.', 'Incognito baatcheet se kuch yaad nahi rakha jata. Aapke shabd upar hain.'],
  recalled: ['Remembered{about}: {count}', 'Yaad hai{about}: {count}'],
  recalledNone: ['Nothing is remembered{about}.', '{about} kuch yaad nahi hai.'],
  // Asking back and passing on
  whichOne: ['Which one do you mean: {names}?', 'Kaunsa: {names}?'],
  notKnownName: ['No role or person is called like “{words}” in the records.', '“{words}” naam ka koi role ya kalakar records mein nahi hai.'],
  passOn: ['This is more than the records can answer. Your question is kept; ask Claude, or queue it.', 'Yeh records se nahi bataya ja sakta. Aapka sawaal rakha hai; Claude se poochiye, ya queue mein daaliye.'],
  understood: ['Understood so far: {what}.', 'Itna samjha: {what}.'],
  nearMemory: ['Remembered, and near to it:', 'Yaad hai, iske paas:'],
  nearest: ['Nearest in the records:', 'Records mein sabse paas:'],
  // Where it is from
  fromBook: ['Source: your talent book, {count} people.', 'Srot: aapki talent book, {count} log.'],
  fromScript: ['Source: {script}.', 'Srot: {script}.'],
  fromLists: ['Source: the lists of {production}.', 'Srot: {production} ki list.'],
  fromSessions: ['Source: your sessions.', 'Srot: aapke session.'],
  fromMemory: ['Source: what you asked to be kept.', 'Srot: jo aapne yaad rakhne ko kaha.'],
  // Headings and words
  person: ['Person', 'Kalakar'], role: ['Role', 'Role'], plays: ['Plays', 'Umar'], city: ['City', 'Sheher'], languages: ['Languages', 'Bhasha'], why: ['Why', 'Kyun'],
  time: ['Time', 'Samay'], state: ['State', 'Haal'], list: ['List', 'List'], status: ['Status', 'Status'], hold: ['Hold', 'Hold'], expires: ['Expires', 'Khatam'], lists: ['On lists', 'List par'],
  scene: ['Scene', 'Scene'], scenes: ['Scenes', 'Scene'], page: ['Page', 'Page'], pages: ['Pages', 'Page'], length: ['Length', 'Lambai'], heading: ['Heading', 'Heading'], speeches: ['Speeches', 'Dialogue'], size: ['Size', 'Size'], fit: ['Fit', 'Fit'],
  skills: ['Skills', 'Hunar'], height: ['Height', 'Lambai'], fee: ['Fee', 'Fees'], phone: ['Phone', 'Phone'], email: ['E-mail', 'E-mail'], agent: ['Represented by', 'Agent'], union: ['Union', 'Union'], credits: ['Credits', 'Kaam'], age: ['Plays', 'Umar'],
  look: ['Look', 'Look'], gender: ['Gender', 'Gender'], source: ['Where it stands', 'Kahan likha hai'], fact: ['Fact', 'Baat'], says: ['Says', 'Kya'],
  people: ['People in the talent book', 'Talent book mein log'], women: ['Women in the talent book', 'Talent book mein auratein'], men: ['Men in the talent book', 'Talent book mein aadmi'],
  roles: ['Roles', 'Role'], nobody: ['nobody', 'koi nahi'], all: ['everybody', 'sab'], together: ['Scenes together', 'Saath ke scene'], onList: ['on a list', 'list par'],
} as const satisfies Readonly<Record<string, readonly [en: string, hi: string]>>

/** One of the things that are said. */
export type PhraseKey = keyof typeof phrases

/** Says something in the language of the question. */
export function say(language: 'en' | 'hi', key: PhraseKey, slots: Readonly<Record<string, string | number>> = {}): string {
  return phrases[key][language === 'en' ? 0 : 1].replace(/\{(\w+)\}/g, (_, slot: string) => String(slots[slot] ?? ''))
}
