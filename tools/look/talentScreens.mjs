import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answering, startClaudeStandIn } from '../../tests/support/claudeStandIn.ts'
import { drawnFace } from '../../tests/support/drawnFace.ts'
import { lockedPdf, resumePdf } from '../../tests/support/papers.ts'
import { writeSmallModel } from '../../tests/support/smallModel.ts'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./screens.mjs').Screen} Screen */
/** @typedef {readonly [name: string, bytes: Uint8Array, type: string]} Given a file to be dropped */

/** Drops files on a part of the page. @param {Page} page @param {string} place a selector @param {readonly Given[]} files */
const dropFiles = async (page, place, files) => {
  const carried = files.map(([name, bytes, type]) => [name, Buffer.from(bytes).toString('base64'), type])
  await page.evaluate(([selector, given]) => {
    const transfer = new DataTransfer()
    for (const [name = '', base64 = '', type = ''] of /** @type {string[][]} */ (given)) transfer.items.add(new File([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], name, { type }))
    for (const kind of ['dragenter', 'dragover', 'drop']) document.querySelector(String(selector))?.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }))
  }, /** @type {const} */ ([place, carried]))
}

const card = /** @param {Page} page */ page => page.getByRole('complementary', { name: 'Talent card' })
const grid = /** @param {Page} page */ page => page.getByRole('grid', { name: 'People' })
const hash = /** @param {Page} page @param {string} place */ (page, place) => page.evaluate(to => { location.hash = to }, place)
const closeToasts = async (/** @type {Page} */ page) => {
  const close = page.getByRole('button', { name: 'Close this message' })
  while (await close.first().isVisible()) await close.first().click()
}

/** Opens the first person of the list at hand. @param {Page} page */
const openFirst = async page => {
  await grid(page).getByRole('row').nth(1).click()
  await card(page).getByRole('region', { name: 'At a glance' }).waitFor()
}

/** Somebody with a headshot, a self-tape and three papers; they are added once. @param {Page} page */
const openWithMedia = async page => {
  await openFirst(page)
  const strip = card(page).getByRole('list', { name: /^Pictures and tapes of / })
  await strip.getByRole('listitem').first().waitFor()
  if ((await strip.getByRole('listitem').count()) === 1) {
    const tape = readFileSync(new URL('../../tests/fixtures/media/self-tape.webm', import.meta.url))
    const papers = await Promise.all([resumePdf('Tara Sood'), lockedPdf()])
    await dropFiles(page, 'aside[aria-label="Talent card"]', [
      ['front.png', drawnFace(3), 'image/png'], ['left.png', drawnFace(8), 'image/png'], ['scene 12 take 2.webm', tape, 'video/webm'],
      ['Résumé 2026.pdf', papers[0], 'application/pdf'], ['Contract.pdf', papers[1], 'application/pdf'], ['Cut short.pdf', Buffer.from('%PDF-1.4\n1 0 obj'), 'application/pdf'],
    ])
    await strip.getByRole('listitem').nth(6).waitFor()
    await page.getByText(/^6 files added/).first().waitFor()
  }
  await closeToasts(page)
  return strip
}

/** One file of that person in the viewer. @param {RegExp} name @param {(page: Page) => Promise<unknown>} there */
const opensFile = (name, there) => /** @param {Page} page */ async page => {
  await (await openWithMedia(page)).getByRole('button', { name }).click()
  await there(page)
}

const aPage = /** @param {Page} page */ page => page.getByRole('dialog').getByRole('img', { name: /^Page 1 of 2/ }).waitFor()

/** @param {Page} page @param {string} name @param {string} content */
const dropSheet = (page, name, content) => dropFiles(page, 'body', [[name, Buffer.from(content), 'text/csv']])

const message = `[12/03/24, 9:41 PM] Casting desk: Rohan Mehta, 28-32, 5'11", Andheri, Hindi Marathi English
theatre NSD 2016, ads: Swiggy, Tata Tea
98200 00012, has a beard now

Name: Anita Joshi
Age: 45-52
Languages: Marathi (mother tongue), Hindi
Bachpan se ghudsawari ki hai
Contact: 94220 00013
`

/** @param {Page} page */
const readMessage = async page => {
  await hash(page, '/talent/profiles')
  await page.getByRole('textbox', { name: 'A WhatsApp message, or any text' }).fill(message)
  await page.getByRole('button', { name: 'Read the message' }).click()
  await page.getByText('2 people found').waitFor()
}

/** Reads the message with a stand-in for Claude, which ends with the browser. @param {Page} page */
const readByClaude = async page => {
  const standIn = await startClaudeStandIn()
  page.context().browser()?.once('disconnected', () => void standIn.close())
  standIn.repliesToShapes(answering({ facts: [{ field: 'skills', value: 'horse riding', line: 4, words: 'ghudsawari' }] }))
  await hash(page, '/settings')
  const claude = page.getByRole('region', { name: 'Claude', exact: true })
  await claude.getByLabel('Address').fill(standIn.address)
  await claude.getByLabel('Address').press('Enter')
  await claude.getByText(`No key for ${new URL(standIn.address).host} yet.`).waitFor()
  await claude.getByLabel('API key', { exact: true }).fill('any-key-at-all')
  await claude.getByRole('button', { name: 'Keep the key' }).click()
  await claude.getByText('It works').waitFor()
  await readMessage(page)
  await page.getByRole('button', { name: 'Read it with Claude' }).click()
  await page.getByRole('dialog', { name: 'Send this to Claude?' }).getByText('Phone numbers, e-mail addresses').waitFor()
}

const datedSheet = 'Name,DOB,City,Gender\nIla Rane,03/04/1990,Pune,F\nOm Das,05/06/1988,Kolkata,M\nJoy Sen,07/08/1995,Kolkata,M\n'
const newSheet = 'Name,Gender,Playing Age,Languages,Skills\nFarida Khanum,Female,50-60,"Bhojpuri (mother tongue), Hindi","singing, harmonium"\nJamuna Devi,Female,55-65,Bhojpuri,folk singing\n'

/** A search is kept, and somebody new fits it. @param {Page} page */
const saveAndAdd = async page => {
  const chips = page.getByRole('group', { name: 'What the search understood' })
  await chips.getByRole('button', { name: 'Save this search' }).click()
  await page.getByRole('textbox', { name: 'Name of the search' }).fill('Singers who speak Bhojpuri')
  await page.getByRole('textbox', { name: 'Name of the search' }).press('Enter')
  await page.getByRole('navigation', { name: 'Saved searches' }).getByText('Singers who speak Bhojpuri').waitFor()
  await dropSheet(page, 'New singers.csv', newSheet)
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await page.getByRole('button', { name: 'See the talent' }).click()
  await page.getByRole('navigation', { name: 'Saved searches' }).getByText(/ new since /).waitFor()
}

/** Two records of one woman, with a headshot each. @param {Page} page */
const withFaces = async page => {
  await dropSheet(page, 'Faces.csv', 'Name,Gender,City,Phone\nNeelima Deshpande,Female,Pune,+91 90000 00041\nNilima Deshpande,Female,Mumbai,+91 90000 00041\n')
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await page.getByRole('button', { name: 'See the talent' }).click()
  await grid(page).getByText('Nilima Deshpande').waitFor()
  await dropFiles(page, 'body', [['Neelima Deshpande.png', drawnFace(11), 'image/png'], ['Nilima Deshpande.png', drawnFace(11), 'image/png']])
  await page.getByRole('list', { name: 'Whose pictures they are' }).waitFor()
  await page.getByRole('button', { name: /^Add \d headshots?$/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Talent' }).waitFor()
  await hash(page, '/talent/duplicates')
  await page.getByRole('navigation', { name: 'Pairs' }).getByText('Nilima Deshpande').click()
  await page.getByRole('region', { name: 'Side by side' }).locator('img').first().waitFor()
  await closeToasts(page)
}

/** A laptop on a battery that is nearly empty, and another model that is to learn everybody: it waits. @param {Page} page */
const restOnBattery = async page => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('look.battery') !== null) Object.assign(navigator, { getBattery: () => Promise.resolve(Object.assign(new EventTarget(), { charging: false, level: 0.12 })) })
  })
  await page.evaluate(() => sessionStorage.setItem('look.battery', 'low'))
  await page.reload()
  await page.getByText('Connected').waitFor()
  await hash(page, '/settings')
  const meaning = page.getByRole('region', { name: 'Search by meaning' })
  await meaning.getByText(/^Model: /).waitFor()
  if (await meaning.getByText(/^Next: /).isVisible()) return meaning
  const folder = mkdtempSync(join(tmpdir(), 'multilingual-model-'))
  writeSmallModel(folder)
  await meaning.getByLabel('Folder of a model').setInputFiles(folder)
  await meaning.getByText(/^Next: /).waitFor()
  rmSync(folder, { recursive: true })
  return meaning
}

/** @param {Page} page */
const rested = page => page.getByRole('contentinfo').getByText('waits for the plug').waitFor()

/** The pictures of the talent book beside the plain ones. @type {readonly Screen[]} */
export const talentScreens = [
  { name: 'talent', state: 'fullBook', office: 'full', place: '/talent', bring: async page => { await page.getByRole('gridcell').first().waitFor(); await page.getByRole('complementary', { name: 'Counts of the found' }).getByRole('button').first().waitFor() } },
  { name: 'talent', state: 'fullPictures', office: 'full', place: '/talent?view=pictures', bring: async page => { await page.getByRole('gridcell').first().waitFor() } },
  { name: 'talent', state: 'fullSearch', office: 'full', place: '/talent?q=Marathi-speaking+woman+of+30-40+who+sings%2C+not+a+dancer%2C+under+2+lakh+a+day', bring: async page => { await page.getByText('Understood:').waitFor(); await page.locator('[role=row][id]').first().waitFor() } },
  { name: 'talent', state: 'fullWhy', office: 'full', place: '/talent?q=Marathi-speaking+woman+of+30-40+who+sings', bring: async page => { await page.locator('[role=row][id]').first().getByRole('button', { name: /^Why / }).click(); await page.getByRole('dialog', { name: /^Why / }).locator('dl').waitFor() } },
  { name: 'talent', state: 'fullCard', office: 'full', place: '/talent', bring: openFirst },
  { name: 'talent', state: 'saved', office: 'demo', place: '/talent?q=woman+who+sings+in+Bhojpuri', bring: saveAndAdd },
  { name: 'talent', state: 'savedFresh', office: 'demo', place: '/talent', bring: async page => { await page.getByRole('navigation', { name: 'Saved searches' }).getByText('Singers who speak Bhojpuri').click(); await page.getByText('New', { exact: true }).first().waitFor(); await closeToasts(page) } },
  { name: 'talent', state: 'conflicts', office: 'demo', place: '/talent?q=Aadya+Rengarajan', bring: async page => { await openFirst(page); const brands = card(page).getByRole('region', { name: 'Conflicts' }); await brands.getByRole('button', { name: /^Brands / }).click(); await brands.getByRole('button', { name: 'Add a conflict' }).click(); await brands.getByRole('textbox', { name: 'Brand' }).last().fill('Nimmi Soap'); await brands.getByLabel('Conflict until').last().fill('2020-01-31'); await brands.evaluate(part => part.scrollIntoView({ block: 'center' })) } },
  { name: 'media', state: 'strip', office: 'demo', place: '/talent?sort=name', bring: openWithMedia },
  { name: 'media', state: 'picture', office: 'demo', place: '/talent?sort=name', bring: opensFile(/^Main headshot/, page => page.getByRole('dialog').locator('img').first().waitFor()) },
  { name: 'media', state: 'tape', office: 'demo', place: '/talent?sort=name', bring: opensFile(/^Self-tape/, page => page.getByRole('dialog').locator('video').evaluate((/** @type {HTMLVideoElement} */ tape) => new Promise(seen => { if (tape.readyState >= 2) seen(undefined); else tape.addEventListener('loadeddata', seen, { once: true }) }))) },
  { name: 'media', state: 'paper', office: 'demo', place: '/talent?sort=name', bring: opensFile(/Résumé 2026/, aPage) },
  { name: 'media', state: 'paperLarger', office: 'demo', place: '/talent?sort=name', bring: opensFile(/Résumé 2026/, async page => { await aPage(page); await page.keyboard.press('+'); await page.keyboard.press('+'); await page.getByText('150 %').waitFor() }) },
  { name: 'media', state: 'paperLocked', office: 'demo', place: '/talent?sort=name', bring: opensFile(/Contract/, page => page.getByText('Contract.pdf is locked with a password.').waitFor()) },
  { name: 'media', state: 'paperBroken', office: 'demo', place: '/talent?sort=name', bring: opensFile(/Cut short/, page => page.getByText('This PDF is damaged or cut short.').waitFor()) },
  { name: 'media', state: 'named', office: 'demo', place: '/talent', bring: async page => { await page.getByRole('gridcell').first().waitFor(); await dropFiles(page, 'body', [['001 MUDUNURI SRAVANTHI.png', drawnFace(4), 'image/png'], ['alok_manjhi_goa.png', drawnFace(5), 'image/png'], ['Zubeida Thakurdesai hs.png', drawnFace(6), 'image/png'], ['DSC_0042.png', drawnFace(7), 'image/png']]); await page.getByRole('list', { name: 'Whose pictures they are' }).waitFor() } },
  { name: 'media', state: 'missing', office: 'demo', place: '/talent?sort=name', bring: async (page, { dataFolder }) => { await openWithMedia(page); const media = join(dataFolder, 'media'); for (const part of readdirSync(media)) rmSync(join(media, part), { recursive: true }); await page.reload(); await card(page).getByRole('button', { name: /^Self-tape.*file missing$/ }).click(); await page.getByText('is shown again').waitFor() } },
  { name: 'profiles', state: 'asking', office: 'empty', place: '/talent/profiles', bring: page => page.getByRole('button', { name: 'Read the message' }).waitFor() },
  { name: 'profiles', state: 'message', office: 'empty', bring: readMessage },
  { name: 'profiles', state: 'resume', office: 'empty', place: '/talent', bring: async page => { await page.getByRole('heading', { level: 1, name: 'Talent' }).waitFor(); await dropFiles(page, 'body', [['Résumé Tara Sood.pdf', await resumePdf('Tara Sood'), 'application/pdf']]); await page.getByText('1 person found').waitFor() } },
  { name: 'profiles', state: 'leaves', office: 'empty', bring: readByClaude },
  { name: 'profiles', state: 'claude', office: 'empty', bring: async page => { await readByClaude(page).catch(() => undefined); await page.getByRole('dialog').getByRole('button', { name: 'Send it' }).click(); await page.getByText(/^Claude read \d/).waitFor() } },
  { name: 'import', state: 'dates', office: 'empty', place: '/talent', bring: async page => { await dropSheet(page, 'With birthdays.csv', datedSheet); await page.getByText('Which day is').waitFor() } },
  { name: 'imports', state: 'undone', office: 'empty', place: '/talent', bring: async page => { await dropSheet(page, 'New singers.csv', newSheet); await page.getByRole('button', { name: /^Import \d/ }).click(); await page.getByRole('button', { name: 'Earlier imports' }).click(); await page.getByRole('button', { name: 'Undo the import of New singers.csv' }).first().click(); await page.getByRole('button', { name: 'Redo the import of New singers.csv' }).first().waitFor() } },
  { name: 'duplicates', state: 'faces', office: 'empty', place: '/talent', bring: withFaces },
  { name: 'settings', state: 'resting', office: 'full', place: '/settings', bring: async page => { const meaning = await restOnBattery(page); await rested(page); await meaning.evaluate(part => part.scrollIntoView({ block: 'center' })) } },
  { name: 'health', state: 'resting', office: 'full', place: '/health', bring: async page => { await rested(page); await page.getByRole('region', { name: 'Work in progress' }).getByRole('progressbar').first().waitFor() } },
  { name: 'talent', state: 'resting', office: 'full', place: '/talent', bring: async page => { await page.getByRole('gridcell').first().waitFor(); await rested(page) } },
]
