import { readFileSync } from 'node:fs'
import { chatScreens } from './chatScreens.mjs'
import { talentScreens } from './talentScreens.mjs'

/** @typedef {import('@playwright/test').Page} Page */

/**
 * A screen to be pictured, in one of its states.
 *
 * @typedef {object} Screen
 * @property {string} name
 * @property {string} state
 * @property {'empty' | 'demo' | 'full'} office what the data folder holds; full is the empty one with ten thousand people
 * @property {string} [place] where it lies, behind the `#`; the first screen where left out
 * @property {(page: Page, office: { stopOffice: () => Promise<void>, dataFolder: string }) => Promise<unknown>} [bring] what the user does to see it; ends when it is there
 * @property {boolean} [endsOffice] whether the office is gone after it and must be started anew
 */

/** @param {string} text */
const shows = text => /** @param {Page} page */ page => page.getByText(text).first().waitFor()

/** @param {Page} page */
const openDemo = async page => {
  await page.getByRole('link', { name: /roles?$/ }).first().waitFor()
  await page.locator('a[href$="/script"]').first().click()
  await page.getByRole('region', { name: 'Scenes' }).getByRole('button').first().waitFor()
}

/** @param {Page} page */
const openRoles = async page => {
  await openDemo(page)
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /^Roles/ }).click()
  await page.locator('a[data-role]').first().waitFor()
}

/** @param {Page} page */
const openFirstRole = async page => {
  await openRoles(page)
  await page.locator('a[data-role]').first().click()
  await page.getByRole('button', { name: /^Compare|^Ranked/ }).first().waitFor()
  await page.getByRole('checkbox', { name: /^Compare / }).first().waitFor()
}

/** Keeps four memories by hand; the last one is open beside the list. @param {Page} page */
const rememberSome = async page => {
  for (const text of [
    'Meera wants no smokers in the family scenes',
    'Self-tapes are asked for in landscape, two takes, slate at the end',
    'गाँव के किरदारों के लिए रंगमंच के लोग पहले',
    'Anurag prefers people from Benaras or Patna for anything set on the ghats, and would rather wait a week than take a Mumbai face with a borrowed accent',
  ]) {
    await page.getByRole('button', { name: 'Remember something' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('In one sentence').fill(text)
    await dialog.getByRole('button', { name: 'Remember', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('complementary', { name: 'Memory' }).getByText('Never used').waitFor()
  }
}

/** The breakdown of a role, opened by its name. @param {Page} page @param {string} name */
const openBreakdown = async (page, name) => {
  await openRoles(page)
  await page.getByRole('rowheader', { name, exact: true }).getByRole('link').click()
  const breakdown = page.getByRole('region', { name: 'Breakdown', exact: true })
  await breakdown.getByRole('link').first().waitFor()
  await page.getByRole('checkbox', { name: /^Compare / }).first().waitFor()
  return breakdown
}

/** @param {Page} page @param {string} name @param {string} words */
const writeBreakdown = async (page, name, words) => {
  const breakdown = await openBreakdown(page, name)
  await breakdown.getByRole('button', { name: 'Edit the breakdown' }).click()
  const field = breakdown.getByLabel('Your breakdown')
  const draft = await field.inputValue()
  await field.fill(`${words} ${draft.split('. ').slice(1).join('. ')}`)
  await breakdown.getByRole('button', { name: 'Done' }).click()
  await breakdown.getByText(/^Yours, /).waitFor()
  return breakdown
}

/** @param {Page} page */
const openFirstPerson = async page => {
  const grid = page.getByRole('grid', { name: 'People' })
  await grid.getByRole('row').nth(1).click()
  await page.getByRole('complementary', { name: 'Talent card' }).getByRole('region', { name: 'At a glance' }).waitFor()
}

/** Puts the first so many candidates of the first role on its lists, one of them held. @param {Page} page @param {number} count */
const fillLists = async (page, count) => {
  await openFirstRole(page)
  const lists = page.getByRole('region', { name: 'Lists' })
  for (let at = 0; at < count; at += 1) {
    const put = page.getByRole('button', { name: /^Put on list: / }).first()
    const label = (await put.getAttribute('aria-label')) ?? ''
    await put.click()
    await page.getByRole('menuitem', { name: at === 0 ? 'Short list' : at < 3 ? 'Selects' : 'Long list' }).click()
    await lists.getByRole('button', { name: label.replace('Put on list: ', ''), exact: true }).waitFor()
  }
  await lists.getByRole('button', { name: /^More for / }).first().click()
  await page.getByRole('menuitem', { name: 'Hold and note' }).click()
  const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  await page.getByRole('dialog').getByLabel('Until').fill(soon)
  await page.getByRole('dialog').getByLabel('Note').fill('Cried without a tear in the second take. Ask for the dates in January again.')
}

/** @param {Page} page */
const openAuditions = async page => {
  await openDemo(page)
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Auditions' }).click()
  await page.getByRole('button', { name: 'New session' }).first().waitFor()
}

/** A session, with some people booked where it is new. @param {Page} page */
const fillSession = async page => {
  await openAuditions(page)
  if (await page.getByRole('table').first().isVisible()) return
  await page.getByRole('button', { name: 'New session' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('First round with the reader')
  await dialog.getByLabel('Place').fill('Aram Nagar, Versova')
  await dialog.getByRole('button', { name: 'Make the session' }).click()
  await dialog.waitFor({ state: 'hidden' })
  for (const name of ['Sravanthi Mudunuri', 'Dev', 'As']) {
    await page.getByRole('button', { name: 'Book', exact: true }).first().click()
    await dialog.getByRole('combobox', { name: 'Person' }).fill(name)
    await page.getByRole('option').first().click()
    await dialog.getByText('is the earliest time').waitFor()
    await dialog.getByRole('button', { name: 'Book', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
}

/** @param {Page} page */
const openEnsemble = async page => {
  await openRoles(page)
  await page.getByRole('link', { name: 'Ensemble' }).click()
  await page.getByRole('region', { name: 'Wishes' }).getByRole('checkbox').first().waitFor()
}

/** @param {Page} page */
const castEnsemble = async page => {
  await openEnsemble(page)
  await page.getByRole('button', { name: /^Cast/ }).click()
  await page.getByRole('region', { name: 'The cast' }).getByRole('button', { name: 'Put on the lists' }).waitFor({ timeout: 90_000 })
}

/** @param {Page} page */
const blockEnsemble = async page => {
  await openEnsemble(page)
  await page.getByLabel('Fees may come to').fill('0')
  await page.getByRole('button', { name: 'Add a pair who both have to be in it' }).click()
  const dialog = page.getByRole('dialog')
  for (const [field, name] of [['One', 'Sravanthi Mudunuri'], ['The other', 'Mehak Dhingra']]) {
    await dialog.getByRole('combobox', { name: field ?? '' }).fill(name ?? '')
    await page.getByRole('option').filter({ hasText: name ?? '' }).click()
  }
  await dialog.getByRole('button', { name: 'Add' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /^Cast/ }).click()
  await page.getByRole('region', { name: 'No cast' }).waitFor({ timeout: 90_000 })
}

/** A typed script whose cues are in small letters, so that none of them is found. */
const typed = ['INT. KITCHEN - DAY', 'EXT. LANE - NIGHT', 'INT. SHOP - DAY'].map(heading => `${heading}

She stirs a pot that has long boiled dry.

                    meera
          Tum phir se ja rahe ho? Without one word to Ma?

                    kabir
          Main wapas aaunga.
`).join('\n')

/** @param {Page} page */
const openRepair = async page => {
  await dropFile(page, 'Typed.txt', typed)
  await page.getByRole('button', { name: 'Check the reading', exact: true }).click()
  await page.getByRole('group', { name: /^Printed page/ }).getByRole('button').first().waitFor()
}

/** @param {Page} page @param {string} name @param {string} text */
export const dropFile = (page, name, text) =>
  page.evaluate(([fileName, content]) => {
    const carried = new DataTransfer()
    carried.items.add(new File([content ?? ''], fileName ?? ''))
    for (const type of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }))
  }, [name, text])

/** @param {string} type @param {string} font @param {string} text */
const written = (type, font, text) => `<Paragraph Type="${type}"><Text Font="${font}">${text}</Text></Paragraph>`

/** A script of our own that was typed for Kruti Dev, with one letter that no table knows. */
export const krutiScript = `<?xml version="1.0" encoding="UTF-8"?><FinalDraft DocumentType="Script" Version="5"><Content>${[1, 2, 3, 4, 5, 6, 7].map(number => [
  written('Scene Heading', 'Courier Prime', `INT. RASOI ${number} - DIN`),
  written('Action', 'Kruti Dev 010', 'jkeflag [kkyh crZu esa ikuh Hkjrk gSA ehjk njokts ij [kM+h gS vkSj mls pqipki ns[krh jgrh gSA ckgj ckfj\'k gks jgh gSA'),
  written('Character', 'Kruti Dev 010', 'ehjk'),
  written('Dialogue', 'Kruti Dev 010', 'rqe fQj ls tk jgs gks\\ ek¡ dks fcuk dqN crk,\\'),
  written('Character', 'Kruti Dev 010', 'jkeflag'),
  written('Parenthetical', 'Kruti Dev 010', '¼/khjs ls½'),
  written('Dialogue', 'Kruti Dev 010', number === 2 ? 'eSa okil vkÅ¡xkA ;g esjk okÛnk gSA' : 'eSa okil vkÅ¡xkA ;g esjk oknk gSA'),
  written('Transition', 'Courier Prime', 'CUT TO:'),
].join('')).join('')}</Content></FinalDraft>`

/** A script in which one name is spelt in two ways, and two people speak at once. */
export const twoSpellings = `Title: Two Spellings

INT. KITCHEN - DAY

VIJAYALAXMI, 40, makes tea. BHOLA, 30, waits.

VIJAYALAXMI
Chai?

BHOLA
Do.

EXT. YARD - DAY

VIJAYLAXMI
Ek aur?

BHOLA AND VIJAYALAXMI
Bas.

YOUNG BHOLA
Mujhe bhi.
`

const shootingOrder = `Day 1 (Mon 11 Jan 2027): 1, 2, 214
Day 2 (12 Jan): 4-5
13 Jan: OFF
Day 3 (14 Jan): 3, 6; travel Imran
Travel
Day 4 (16 Jan): 7, 2
`

/** The demo's script as a new draft: a role under another name, one cut, one new, one older, a scene out, one in, one elsewhere. */
export const blueDraft = () => {
  const scenes = readFileSync(new URL('../../resources/demo/chai-at-platform-nine.fountain', import.meta.url), 'utf8').split(/\n(?=(?:INT|EXT|INTERCUT)\b)/u)
  const text = [...scenes.slice(0, 3), ...scenes.slice(4, 7), ...scenes.slice(8, 10), scenes[7], ...scenes.slice(10), newScene].join('\n')
  return text
    .replace('Draft date: First draft', 'Draft date: Blue Rev. 3/2/2027')
    .replaceAll('PINKI', 'CHUTKI').replaceAll('Pinki', 'Chutki')
    .replace('SAROJ DEVI (62)', 'SAROJ DEVI (71)')
    .replaceAll(/^LALITA\n(?:.+\n)+/gmu, '')
    .replace('Bhaiya, please, seedha pakadiye. It is not a suitcase.', 'Bhaiya, please, seedha pakadiye. It is not a trunk.')
}

const newScene = `EXT. RIVER GHAT - NIGHT

FARIDA (34), a singer with a harmonium on her back, waits for the last ferry. Bhola carries her trunk.

FARIDA
Kahan le ja rahe ho yeh sab, pehlwan?

BHOLA
Jahan aap kahein. Platform nau tak, aur wahan se jahan rail jaaye.

FARIDA
Rail kahin nahin jaati. Log jaate hain.
`

const sheet = `Name,Gender,Playing Age,City,Languages,Skills,Mobile,Instagram
Leela Wagholikar,Female,40-50,Pune,"Marathi (mother tongue), Hindi","lavani, harmonium",+91 00000 00001,@leela.w
,Male,30-40,Mumbai,Hindi,cycling,+91 00000 00002,
Bhim Naik,Male,45-60,Kolhapur,"Marathi, Hindi (fluent)","kushti, tractor driving",,
Asha-Noor,Female,18-25,Lucknow,"Urdu (mother tongue), Hindi",ghazal singing,,@ashanoor
Tarak Das,Male,,Kolkata,Bengali,,,
`

/** @param {Page} page */
const openBlueDraft = async page => {
  await openDemo(page)
  await dropFile(page, 'Chai Blue.fountain', blueDraft())
  // Where it was here already, its entry opens.
  const impact = page.getByRole('heading', { level: 1, name: 'Casting impact' })
  await impact.or(page.getByText('was here already')).first().waitFor()
  if (!(await impact.isVisible())) await page.getByRole('button', { name: 'Compare drafts' }).click()
  await page.getByRole('region', { name: 'Is this the same person?' }).waitFor()
}

const sheetOfBefore = `Name,Phone,City,Height,Gender,Playing Age,Skills,Notes,Languages
Vijaylaxmi Rao,98490 12345,Hyderabad,5'4",Female,30-40,"Kuchipudi, stage fighting",Asked for her twice,"Telugu (mother tongue), Hindi"
Zeenat Shaikh,98676 00707,Mumbai,,Female,35-45,Singing,,
Zinat Sheikh,98676 00707,Mumbai,,Female,36-46,Ghazal,,
सुनीता कुलकर्णी,,पुणे,5'2",Female,40-50,Lavani,,Marathi
`
const sheetOfNow = `Name,Phone,City,Email,Skills,Playing Age,Notes,Gender
Vijayalakshmi Rao,+91 98490 12345,Mumbai,vijaya@post.example,"Veena, Kuchipudi",32-42,Lovely in the second round; moved to Mumbai,Female
Sunita Kulkarni,,Pune,sunita@post.example,Bharatanatyam,40-50,,Female
`

/** Takes two sheets in that share people, and opens the pairs. @param {Page} page */
const openDuplicates = async page => {
  const sheets = [['Workshop 2024.csv', sheetOfBefore, '4 people added'], ['Self-tapes May.csv', sheetOfNow, '2 people added']]
  for (const [name = '', content = '', outcome = ''] of sheets) {
    await dropFile(page, name, content)
    await page.getByRole('button', { name: /^Import \d/ }).click()
    await page.getByText(outcome).first().waitFor()
  }
  await page.evaluate(() => { location.hash = '#/talent/duplicates' })
  await page.getByRole('navigation', { name: 'Pairs' }).getByText('Vijaylaxmi Rao').click()
  await page.getByText('different city').waitFor()
}

/** The grid of the pair on which most hangs. @param {Page} page */
const openPairGrid = async page => {
  await openRoles(page)
  await page.getByRole('link', { name: 'Pairs', exact: true }).click()
  await page.locator('a[data-pair]').first().click()
  await page.getByRole('gridcell').first().waitFor()
}

/** Two people of it, chosen, with a read where they have none. @param {Page} page @param {number} at @param {string} rating */
const recordRead = async (page, at, rating) => {
  await page.locator('[role="gridcell"][data-kind="known"]').nth(at).click()
  await page.getByRole('button', { name: 'Record a read' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: new RegExp(`^${rating} `) }).check()
  await dialog.getByLabel('Who saw it').fill('Nandini Rao')
  await dialog.getByLabel('Note').fill(rating === '2' ? 'Polite. Nothing behind it.' : 'They listen to each other, and the silence before the ticket was theirs.')
  await dialog.getByRole('button', { name: 'Record the read' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Chooses the first so many pairs of the grid to be tested. @param {Page} page @param {number} count */
const chooseToTest = async (page, count) => {
  await openPairGrid(page)
  for (let at = 0; at < count; at += 1) {
    await page.locator('[role="gridcell"][data-kind="known"]').nth(at * 5).click()
    await page.getByRole('button', { name: 'Test together' }).or(page.getByRole('button', { name: 'To be tested' })).first().waitFor()
    if (await page.getByRole('button', { name: 'Test together' }).isVisible()) await page.getByRole('button', { name: 'Test together' }).click()
    await page.getByRole('button', { name: 'To be tested' }).waitFor()
  }
  await page.getByRole('link', { name: /^Running order, / }).click()
  await page.getByRole('table', { name: 'People of the session' }).waitFor()
}

/** Every screen and state that `npm run look` pictures; a later screen joins by a line. @type {readonly Screen[]} */
export const screens = [
  { name: 'productions', state: 'empty', office: 'empty', bring: shows('Open the demo') },
  { name: 'imports', state: 'none', office: 'empty', place: '/talent/imports', bring: shows('Nothing was imported yet.') },
  { name: 'talent', state: 'empty', office: 'empty', place: '/talent', bring: shows('Your talent book is empty.') },
  { name: 'duplicates', state: 'empty', office: 'empty', place: '/talent/duplicates', bring: shows('Nobody seems to be in the book twice.') },
  { name: 'duplicates', state: 'full', office: 'empty', place: '/talent', bring: openDuplicates },
  { name: 'import', state: 'empty', office: 'empty', place: '/talent/import', bring: shows('Choose a sheet') },
  { name: 'settings', state: 'empty', office: 'empty', place: '/settings', bring: shows('Data folder') },
  { name: 'settings', state: 'claude', office: 'empty', place: '/settings', bring: async page => { await page.getByRole('form', { name: 'The key of Claude' }).waitFor(); await page.getByRole('region', { name: 'Claude', exact: true }).evaluate(part => part.scrollIntoView()) } },
  { name: 'settings', state: 'claudeBudget', office: 'empty', place: '/settings', bring: async page => { await page.getByLabel('Budget for a month').fill('500'); await page.getByLabel('Budget for a month').blur(); await page.getByText('of ₹500.00 is used').waitFor(); await page.getByRole('group', { name: 'Models' }).evaluate(part => part.scrollIntoView()) } },
  { name: 'health', state: 'empty', office: 'empty', place: '/health', bring: shows('What is kept') },
  { name: 'nowhere', state: 'failed', office: 'empty', place: '/no-such-place', bring: shows('There is nothing at this address.') },
  { name: 'import', state: 'mapping', office: 'empty', place: '/talent', bring: async page => { await dropFile(page, 'Monsoon workshop.csv', sheet); await page.getByRole('heading', { name: 'Left out' }).waitFor() } },
  { name: 'imports', state: 'list', office: 'empty', place: '/talent', bring: async page => { await dropFile(page, 'Monsoon workshop.csv', sheet); await page.getByRole('combobox', { name: 'Read Instagram as' }).click(); await page.getByRole('option', { name: 'Notes' }).click(); await page.getByRole('columnheader', { name: 'Notes' }).waitFor(); await page.getByRole('button', { name: /^Import \d/ }).click(); await page.getByRole('button', { name: 'Earlier imports' }).click(); await page.getByText('Saved mappings').waitFor() } },
  { name: 'import', state: 'done', office: 'empty', place: '/talent', bring: async page => { await dropFile(page, 'Monsoon workshop.csv', sheet); await page.getByRole('button', { name: /^Import \d/ }).click(); await page.getByText('See the talent').waitFor() } },
  { name: 'script', state: 'failed', office: 'empty', bring: async page => { await dropFile(page, 'letter.pdf', 'Dear Meera, the script comes on Monday.'); await page.getByText('Nothing was imported.').first().waitFor() } },
  { name: 'productions', state: 'demo', office: 'demo', bring: page => page.getByRole('link', { name: /roles?$/ }).first().waitFor() },
  { name: 'productions', state: 'new', office: 'demo', place: '/?new=1', bring: page => page.getByRole('dialog').waitFor() },
  { name: 'script', state: 'demo', office: 'demo', bring: openDemo },
  { name: 'script', state: 'role', office: 'demo', bring: async page => { await openDemo(page); await page.getByRole('region', { name: 'Roles' }).getByRole('button').first().click(); await page.getByText('Open the role').waitFor() } },
  { name: 'grid', state: 'demo', office: 'demo', bring: async page => { await openDemo(page); await page.getByText('Grid', { exact: true }).click(); await page.getByRole('gridcell').first().waitFor() } },
  { name: 'grid', state: 'role', office: 'demo', bring: async page => { await openDemo(page); await page.getByText('Grid', { exact: true }).click(); await page.getByRole('button', { name: 'NANDINI', exact: true }).click(); await page.getByRole('region', { name: 'Who meets whom' }).getByRole('button', { name: /^SAROJ/ }).click() } },
  { name: 'cast', state: 'demo', office: 'demo', bring: async page => { await openDemo(page); await page.getByText('Cast list', { exact: true }).click(); await page.getByRole('rowheader').first().waitFor() } },
  { name: 'days', state: 'empty', office: 'demo', bring: async page => { await openDemo(page); await page.getByText('Days', { exact: true }).click(); await page.getByRole('textbox', { name: 'Shooting order' }).fill(''); await page.getByText('Type the shooting order').waitFor() } },
  { name: 'days', state: 'demo', office: 'demo', bring: async page => { await openDemo(page); await page.getByText('Days', { exact: true }).click(); await page.getByRole('textbox', { name: 'Shooting order' }).fill(shootingOrder); await page.getByRole('gridcell').first().waitFor(); await page.getByText('there is no scene 214').waitFor() } },
  { name: 'roles', state: 'demo', office: 'demo', bring: openRoles },
  { name: 'role', state: 'demo', office: 'demo', bring: openFirstRole },
  { name: 'pairs', state: 'list', office: 'demo', bring: async page => { await openRoles(page); await page.getByRole('link', { name: 'Pairs', exact: true }).click(); await page.locator('a[data-pair]').first().waitFor() } },
  { name: 'pairs', state: 'noRecord', office: 'demo', bring: async page => { await openPairGrid(page); await page.getByRole('link', { name: 'All pairs' }).click(); await page.getByText('Track record', { exact: true }).click(); await page.getByText('No chemistry read was recorded yet.').waitFor() } },
  { name: 'pairs', state: 'noOrder', office: 'demo', bring: async page => { await openPairGrid(page); await page.getByRole('link', { name: /^Running order/ }).click(); await page.getByText('No two are chosen').waitFor() } },
  { name: 'pairs', state: 'grid', office: 'demo', bring: openPairGrid },
  { name: 'pairs', state: 'order', office: 'demo', bring: page => chooseToTest(page, 4) },
  { name: 'pairs', state: 'reading', office: 'demo', bring: async page => { await openPairGrid(page); await page.locator('[role="gridcell"][data-kind="known"]').nth(3).click(); await page.getByRole('button', { name: 'Record a read' }).click(); await page.getByRole('dialog').waitFor() } },
  { name: 'pairs', state: 'theTwo', office: 'demo', bring: async page => { await openPairGrid(page); for (const [at, rating] of [[1, '4'], [14, '2'], [28, '5']]) await recordRead(page, Number(at), String(rating)); await page.getByRole('region', { name: 'Reads of the two' }).getByRole('listitem').first().waitFor() } },
  { name: 'pairs', state: 'record', office: 'demo', bring: async page => { await openPairGrid(page); await page.getByRole('link', { name: 'All pairs' }).click(); await page.getByText('Track record', { exact: true }).click(); await page.getByRole('img', { name: /^Predicted against/ }).waitFor() } },
  { name: 'sides', state: 'none', office: 'demo', bring: async page => { await openRoles(page); await page.getByRole('link', { name: 'Sides', exact: true }).click(); await page.getByText('No sides yet.').waitFor() } },
  { name: 'sides', state: 'made', office: 'demo', bring: async page => { await openFirstRole(page); await page.getByRole('button', { name: 'Make sides' }).click(); await page.getByLabel('Who gets a copy').fill('Asha Kulkarni'); await page.getByText('as Asha Kulkarni gets them').waitFor() } },
  { name: 'sides', state: 'all', office: 'demo', bring: async page => { await openRoles(page); await page.getByRole('link', { name: 'Sides', exact: true }).click(); await page.getByRole('checkbox', { name: /NANDINI/ }).first().waitFor() } },
  { name: 'role', state: 'compare', office: 'demo', bring: async page => { await openFirstRole(page); for (const at of [0, 1]) await page.getByRole('checkbox', { name: /^Compare / }).nth(at).check(); await page.getByRole('button', { name: 'Compare 2' }).click(); await page.getByRole('dialog').waitFor() } },
  { name: 'role', state: 'card', office: 'demo', bring: async page => { await openFirstRole(page); await page.locator('ol button').first().click(); await page.getByRole('region', { name: 'At a glance' }).waitFor() } },
  { name: 'role', state: 'citation', office: 'demo', bring: async page => { const breakdown = await openBreakdown(page, 'SAROJ DEVI'); await breakdown.getByRole('link').nth(2).hover(); await page.getByRole('tooltip').waitFor() } },
  { name: 'role', state: 'flag', office: 'demo', bring: async page => { const breakdown = await openBreakdown(page, 'BHOLA'); await breakdown.getByRole('button', { name: 'Stunt or action', exact: true }).click(); await page.getByText(/^Read by CastMatch in/).waitFor() } },
  { name: 'role', state: 'draftMenu', office: 'demo', bring: async page => { const breakdown = await openBreakdown(page, 'BHOLA'); await breakdown.getByRole('button', { name: 'Draft', exact: true }).click(); await page.getByText(/^Claude cannot be asked/).waitFor() } },
  { name: 'role', state: 'writing', office: 'demo', bring: async page => { const breakdown = await openBreakdown(page, 'IMRAN'); await breakdown.getByRole('button', { name: 'Edit the breakdown' }).click(); await breakdown.getByLabel('Your breakdown').waitFor() } },
  { name: 'role', state: 'newer', office: 'demo', bring: async page => { const breakdown = await writeBreakdown(page, 'MR TRIVEDI', 'A stationmaster who counts his days in biscuits, and would rather not break anything.'); await page.getByRole('region', { name: 'What the script says' }).getByRole('button', { name: /^Dismiss: Plays/ }).click(); await breakdown.getByText('A newer draft is there.').waitFor() } },
  { name: 'role', state: 'comparing', office: 'demo', bring: async page => { const breakdown = await openBreakdown(page, 'MR TRIVEDI'); await breakdown.getByRole('button', { name: 'Compare' }).click(); await page.getByRole('dialog').waitFor() } },
  { name: 'talent', state: 'demo', office: 'demo', place: '/talent', bring: page => page.getByRole('gridcell').first().waitFor() },
  { name: 'talent', state: 'search', office: 'demo', place: '/talent?q=a+woman+over+50+who+speaks+Bhojpuri+and+sings', bring: page => page.getByText('Understood:').waitFor() },
  { name: 'talent', state: 'nobody', office: 'demo', place: '/talent?city=Reykjavik&gender=nonBinary&skill=falconry', bring: shows('Nobody in the book fits all of this.') },
  { name: 'talent', state: 'card', office: 'demo', place: '/talent', bring: openFirstPerson },
  { name: 'talent', state: 'cardMinor', office: 'demo', place: '/talent?q=Aadya+Rengarajan', bring: async page => { await openFirstPerson(page); await page.getByRole('group', { name: 'Checklist for a minor' }).evaluate(part => part.scrollIntoView({ block: 'center' })) } },
  { name: 'talent', state: 'cardDates', office: 'demo', place: '/talent?q=Mehak+Dhingra+Lall', bring: async page => { await openFirstPerson(page); const card = page.getByRole('complementary', { name: 'Talent card' }); await card.getByRole('button', { name: 'Add dates' }).click(); const days = card.locator('button[data-day]'); await days.nth(9).hover(); await page.mouse.down(); await days.nth(19).hover(); await page.mouse.up(); await card.getByText('Pencilled', { exact: true }).first().click(); await days.nth(23).click(); await card.getByText('Free', { exact: true }).first().click(); await days.nth(35).hover(); await page.mouse.down(); await days.nth(48).hover(); await page.mouse.up(); await card.getByRole('button', { name: /^Brands / }).focus() } },
  { name: 'talent', state: 'cardEdit', office: 'demo', place: '/talent?q=Sravanthi+Mudunuri', bring: async page => { await openFirstPerson(page); const card = page.getByRole('complementary', { name: 'Talent card' }); await card.getByRole('button', { name: /^Measured / }).click(); await card.getByRole('button', { name: /^Credits / }).click() } },
  { name: 'talent', state: 'filters', office: 'demo', place: '/talent', bring: async page => { await page.getByRole('button', { name: 'Filters' }).click(); await page.getByText('Unknown facts exclude nobody.').waitFor() } },
  { name: 'auditions', state: 'empty', office: 'demo', bring: openAuditions },
  { name: 'auditions', state: 'new', office: 'demo', bring: async page => { await openAuditions(page); await page.getByRole('button', { name: 'New session' }).first().click(); await page.getByRole('dialog').waitFor() } },
  { name: 'auditions', state: 'full', office: 'demo', bring: fillSession },
  { name: 'auditions', state: 'book', office: 'demo', bring: async page => { await fillSession(page); await page.getByRole('button', { name: 'Book', exact: true }).first().click(); await page.getByRole('combobox', { name: 'Person' }).fill('ra'); await page.getByRole('option').first().waitFor() } },
  { name: 'auditions', state: 'message', office: 'demo', bring: async page => { await fillSession(page); await page.getByRole('button', { name: /^Write the message/ }).first().click(); await page.getByRole('textbox', { name: 'Message' }).waitFor() } },
  { name: 'ensemble', state: 'new', office: 'demo', bring: openEnsemble },
  { name: 'ensemble', state: 'cast', office: 'demo', bring: castEnsemble },
  { name: 'ensemble', state: 'beside', office: 'demo', bring: async page => { await castEnsemble(page); await page.getByText('Side by side').click(); await page.getByText('Alternative 1').first().waitFor() } },
  { name: 'ensemble', state: 'blocked', office: 'demo', bring: blockEnsemble },
  { name: 'role', state: 'hold', office: 'demo', bring: page => fillLists(page, 5) },
  { name: 'role', state: 'lists', office: 'demo', bring: async page => { await fillLists(page, 1); await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click(); await page.getByRole('dialog').waitFor({ state: 'hidden' }) } },
  { name: 'auditions', state: 'propose', office: 'demo', bring: async page => { await fillSession(page); await page.getByRole('button', { name: 'Propose', exact: true }).first().click(); await page.getByRole('combobox', { name: 'Everybody on the lists of' }).click(); await page.getByRole('option').first().click(); await page.getByRole('checkbox').first().waitFor() } },
  { name: 'memory', state: 'none', office: 'empty', place: '/memory', bring: shows('Nothing is remembered yet.') },
  { name: 'memory', state: 'adding', office: 'demo', place: '/memory', bring: async page => { await page.getByRole('button', { name: 'Remember something' }).first().click(); await page.getByRole('dialog').waitFor() } },
  { name: 'memory', state: 'list', office: 'demo', place: '/memory', bring: async page => { await rememberSome(page); await page.getByRole('button', { name: 'Close the memory' }).click() } },
  { name: 'memory', state: 'open', office: 'demo', place: '/memory', bring: rememberSome },
  { name: 'settings', state: 'demo', office: 'demo', place: '/settings', bring: shows('Data folder') },
  { name: 'health', state: 'demo', office: 'demo', place: '/health', bring: shows('What is kept') },
  { name: 'palette', state: 'demo', office: 'demo', place: '/talent', bring: async page => { await page.keyboard.press('Control+k'); await page.getByRole('textbox', { name: 'Find anything' }).fill('sa'); await page.getByText(/^Sa\w+ [A-Z][a-z]/).first().waitFor() } },
  { name: 'shortcuts', state: 'demo', office: 'demo', place: '/talent', bring: async page => { await page.getByRole('gridcell').first().waitFor(); await page.keyboard.press('?'); await page.getByRole('dialog').waitFor() } },
  { name: 'roles', state: 'suggested', office: 'demo', bring: async page => { await dropFile(page, 'Two Spellings.fountain', twoSpellings); await page.getByRole('heading', { level: 1, name: 'Two Spellings' }).waitFor(); await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /^Roles/ }).click(); await page.getByRole('region', { name: 'Suggested merges' }).waitFor() } },
  { name: 'drafts', state: 'one', office: 'empty', bring: async page => { await dropFile(page, 'Two Spellings.fountain', twoSpellings); await page.getByRole('heading', { level: 1, name: 'Two Spellings' }).waitFor(); await page.evaluate(() => { location.hash = location.hash.replace(/script.*/u, 'drafts') }); await page.getByText('Drop the next draft here').waitFor() } },
  { name: 'drafts', state: 'impact', office: 'demo', bring: openBlueDraft },
  { name: 'drafts', state: 'sideBySide', office: 'demo', bring: async page => { await openBlueDraft(page); await page.locator('button[data-scene]').nth(1).click(); await page.getByText('Open in the old draft').waitFor(); await page.getByRole('button', { name: 'Show the lines' }).first().click() } },
  { name: 'drafts', state: 'draft', office: 'demo', bring: async page => { await openDemo(page); await page.getByRole('button', { name: /^Draft: / }).click(); await page.getByText('A new draft of').waitFor() } },
  { name: 'script', state: 'oldFont', office: 'demo', bring: async page => { await dropFile(page, 'Khali Bartan.fdx', krutiScript); await page.getByRole('region', { name: 'Old font' }).waitFor() } },
  { name: 'script', state: 'oldFontPreview', office: 'demo', bring: async page => { await dropFile(page, 'Khali Bartan.fdx', krutiScript); await page.getByRole('region', { name: 'Old font' }).getByRole('button', { name: 'Preview' }).click(); await page.getByText('came out with a spelling that cannot be').waitFor(); await page.getByRole('button', { name: 'Show', exact: true }).click() } },
  { name: 'repair', state: 'doubtful', office: 'demo', bring: openRepair },
  { name: 'repair', state: 'trial', office: 'demo', bring: async page => { await openRepair(page); await page.getByRole('group', { name: /^Printed page/ }).getByRole('button', { name: /: meera$/ }).first().click(); await page.keyboard.press('c'); await page.getByText(/new roles?:/).waitFor() } },
  ...talentScreens,
  ...chatScreens,
  { name: 'talent', state: 'lost', office: 'demo', place: '/talent', endsOffice: true, bring: async (page, { stopOffice }) => { await page.getByRole('gridcell').first().waitFor(); await stopOffice(); await page.getByText(/lost|reconnect/i).first().waitFor() } },
]
