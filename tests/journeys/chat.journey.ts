import type { Locator, Page, WebSocketRoute } from '@playwright/test'
import { answering, failing, saying, startClaudeStandIn, type ClaudeStandIn } from '../support/claudeStandIn.ts'
import { card, expect, expectAccessible, keepKeyForClaude, test, type JourneyOffice } from '../support/journey.ts'
import { longTalk, seedTalk } from '../../tools/look/chatSeed.ts'

test.use({ demo: true })

const dock = (page: Page) => page.getByRole('complementary', { name: 'Chat dock' })
const box = (page: Page) => page.getByRole('textbox', { name: 'Your question' })
const answers = (page: Page) => page.getByRole('article', { name: /^Claude/ })
/** The number of the message whose words stand highest in sight. */
const topmost = async (messages: Locator) => messages.evaluate(region => {
  const top = region.getBoundingClientRect().top
  const seen = [...region.querySelectorAll('[data-message]')].find(row => row.getBoundingClientRect().bottom > top + 40)
  return /(?:Question|Answer) (\d+)/.exec(seen?.textContent ?? '')?.[1] ?? ''
})
const ask = async (page: Page, text: string) => {
  await box(page).fill(text)
  await box(page).press('Enter')
}

/** Opens the application with a stand-in for Claude that has a key, and the dock beside the talent book. */
async function openWithClaude(page: Page, office: JourneyOffice, standIn: ClaudeStandIn) {
  standIn.repliesToShapes(answering({ title: 'A talk' }))
  await keepKeyForClaude(page, office, standIn.address)
  await page.goto(`${new URL(page.url()).origin}/#/talent`)
  await page.getByRole('gridcell').first().waitFor()
  await page.keyboard.press('Control+j')
  await expect(box(page)).toBeFocused()
}

/** Says yes to what is asked once. */
const allow = (page: Page) => page.getByRole('dialog', { name: 'Send this to Claude?' }).getByRole('button', { name: 'Send it' }).click()

/** A gate that lets pieces of an answer through. */
function gate() {
  let open = Promise.withResolvers<void>()
  return { pass: () => open.promise, open: () => open.resolve(), shut: () => { open = Promise.withResolvers<void>() } }
}

test('a question is asked from the dock, the answer streams with its search, and its card opens the person', async ({ page, office }) => {
  const standIn = await startClaudeStandIn()
  try {
    await openWithClaude(page, office, standIn)
    const held = gate()
    let pieces = 0
    standIn.replies(
      saying([{ thinking: 'Who sings?' }, { tool: 'search_talent', input: { sentence: 'woman who sings in Bhojpuri' } }]),
      saying([{ text: 'I would ask [the first of them](#t1) and not [a stranger](#t999). <b>No HTML</b>, [her reel](https://vimeo.com/1).' }], { pace: async () => { pieces += 1; if (pieces > 4) await held.pass() } }),
    )
    await ask(page, 'Who could sing at the platform?')
    await expect(page.getByRole('dialog').getByText('Your question goes to Claude')).toBeVisible()
    await expectAccessible(page, 'what is asked before the first send')
    await page.getByRole('button', { name: 'Show what leaves this laptop' }).click()
    await expect(page.getByRole('dialog', { name: 'What leaves this laptop' }).getByLabel('The exact request')).toContainText('Who could sing at the platform?')
    await page.keyboard.press('Escape')
    await allow(page)
    const answer = answers(page).last()
    await expect(answer.getByText('I would ask')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible()
    held.open()
    await expect(answer.getByText('her reel')).toBeVisible()
    await expect(answer.getByText('<b>No HTML</b>')).toBeVisible()
    await expect(answer.getByRole('link', { name: 'a stranger' })).toHaveCount(0)
    await answer.getByRole('button', { name: /Thought it over, 2 words/ }).click()
    await expect(answer.getByText('Who sings?')).toBeVisible()
    await answer.getByRole('button', { name: /^done.*people/i }).click()
    await expectAccessible(page, 'an answer in the dock')
    await answer.getByRole('button', { name: /her reel/ }).click()
    await expect(page.getByRole('dialog', { name: 'Open this address?' }).getByText('https://vimeo.com/1')).toBeVisible()
    await page.keyboard.press('Escape')
    await answer.getByRole('link', { name: 'the first of them' }).click()
    await expect(card(page).getByText('At a glance')).toBeVisible()
    await expect(dock(page).getByRole('button', { name: /^Ask without / })).toBeVisible()
    await box(page).focus()
    await page.keyboard.press('Control+j')
    await expect(dock(page)).toBeHidden()
  } finally {
    await standIn.close()
  }
})

test('an answer is stopped and kept, answered anew, asked in other words, and its versions stay', async ({ page, office }) => {
  const standIn = await startClaudeStandIn()
  try {
    await openWithClaude(page, office, standIn)
    const held = gate()
    let pieces = 0
    standIn.replies(
      saying([{ text: 'Saroj waits on the bench and does not say a word.' }], { pace: async () => { pieces += 1; if (pieces > 5) await held.pass() } }),
      failing(400, 'invalid_request_error', 'no'),
      saying([{ text: 'She waits.' }]),
      saying([{ text: 'He waits too.' }]),
    )
    await ask(page, 'What does Saroj do?')
    await allow(page)
    await expect(answers(page).getByText('Saroj waits')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByText('Stopped here. What came is kept.')).toBeVisible()
    await expect(answers(page).getByText('Saroj waits')).toBeVisible()
    held.open()
    await page.getByRole('button', { name: 'Retry' }).click()
    await expect(answers(page).getByRole('alert')).toBeVisible()
    await page.getByRole('button', { name: 'Retry' }).click()
    await expect(page.getByText('She waits.', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: '3 versions' }).click()
    await expect(page.getByRole('dialog', { name: 'Earlier versions' }).getByText('Saroj waits')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await box(page).focus()
    await page.keyboard.press('ArrowUp')
    const edited = page.getByRole('textbox', { name: 'The question in other words' })
    await expect(edited).toHaveValue('What does Saroj do?')
    await edited.fill('What does Bhola do?')
    await edited.press('Enter')
    await expect(page.getByText('He waits too.')).toBeVisible()
    await expect(page.getByText('She waits.', { exact: true })).toBeHidden()
  } finally {
    await standIn.close()
  }
})

test('a change waits for a yes, is done, undone, and a no changes nothing', async ({ page, office }) => {
  const standIn = await startClaudeStandIn()
  try {
    await openWithClaude(page, office, standIn)
    const put = [{ tool: 'put_on_list', input: { role: 'r1', talent: 't1', list: 'shortList' } }] as const
    standIn.replies(
      saying([{ tool: 'list_roles', input: {} }, { tool: 'search_talent', input: { sentence: 'Bhojpuri' } }]),
      saying(put), saying([{ text: 'Done as you said.' }]), saying(put), saying([{ text: 'Then not.' }]),
    )
    await ask(page, 'Put the first on the list')
    await allow(page)
    const waiting = page.getByRole('region', { name: /^Waits for your yes: / })
    await expect(waiting.getByText('Nothing is done before you say yes')).toBeVisible()
    await expectAccessible(page, 'an action that waits')
    await waiting.getByRole('button', { name: 'Do it' }).press('Enter')
    await expect(page.getByText(/Asked by Claude, you said yes at/)).toBeVisible()
    await expect(page.getByText('Done as you said.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText(/Asked by Claude, undone at/)).toBeVisible()
    await ask(page, 'Once more')
    await waiting.getByRole('button', { name: 'No' }).click()
    await expect(page.getByText(/Asked by Claude, you said no at/)).toBeVisible()
    await expect(page.getByText('Then not.')).toBeVisible()
    await page.getByRole('button', { name: 'What can be done with this conversation' }).click()
    await page.getByRole('menuitem', { name: 'Actions' }).click()
    await expect(page.getByRole('dialog', { name: 'Actions' }).getByRole('listitem')).toHaveCount(2)
  } finally {
    await standIn.close()
  }
})

test('while Claude asks for patience the seconds are counted and Stop stands beside them', async ({ page, office }) => {
  const standIn = await startClaudeStandIn()
  try {
    await openWithClaude(page, office, standIn)
    standIn.replies(failing(429, 'rate_limit_error', 'slow down', { 'retry-after': '20' }))
    await ask(page, 'Anybody?')
    await allow(page)
    await expect(page.getByText(/Claude takes no more questions for now\. Next try in \d+ s/)).toBeVisible()
    await answers(page).getByRole('button', { name: 'Stop' }).click()
    await expect(page.getByText('Stopped here. What came is kept.')).toBeVisible()
  } finally {
    await standIn.close()
  }
})

test('without a key the records answer, the question is queued for Claude, and what was typed survives a reload', async ({ page, office }) => {
  await office.open()
  await page.goto(`${new URL(page.url()).origin}/#/chat`)
  await expect(page.getByText('From your records. Put a key in under Settings to ask Claude.')).toBeVisible()
  await expectAccessible(page, 'an empty chat')
  await ask(page, 'Write a poem about the platform')
  const answer = page.getByRole('article', { name: /^From your records/ })
  await answer.getByRole('button', { name: 'Queue for Claude' }).click()
  await expect(page.getByText('Waits to be sent to Claude')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /^Chat 1/ })).toBeVisible()
  await box(page).fill('half a thought')
  await page.reload()
  await expect(box(page)).toHaveValue('half a thought')
  await expectAccessible(page, 'a queued question')
  await page.getByRole('button', { name: 'Take out' }).click()
  await expect(page.getByText('Waits to be sent to Claude')).toBeHidden()
})

test('a long conversation opens at its end, reads on upwards without a jump, and keeps few messages in the page', async ({ page, office }) => {
  await office.open()
  const id = seedTalk(office.dataFolder, longTalk(1_000))
  await page.goto(`${new URL(page.url()).origin}/#/chat/${id}`)
  const messages = page.getByRole('region', { name: 'Messages' })
  await expect(messages.getByText('Answer 1000.')).toBeVisible()
  const drawn = () => messages.locator('[data-message]').count()
  expect(await drawn()).toBeLessThan(40)
  await messages.hover()
  // Upwards over several pages of what is read in: each stays where it was when the next is put in front.
  for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, -1_500)
  await expect(page.getByRole('button', { name: 'Jump to newest' })).toBeVisible()
  await expect.poll(async () => Number((await messages.getByText(/^(?:Question|Answer) \d+/).first().innerText()).match(/\d+/)?.[0])).toBeLessThan(900)
  expect(await drawn()).toBeLessThan(40)
  await page.getByRole('button', { name: 'Jump to newest' }).click()
  await expect(messages.getByText('Answer 1000.')).toBeVisible()
})

test('words of an answer touch no other message', async ({ page, office }) => {
  const standIn = await startClaudeStandIn()
  try {
    await openWithClaude(page, office, standIn)
    const id = seedTalk(office.dataFolder, longTalk(60))
    await page.goto(`${new URL(page.url()).origin}/#/chat/${id}`)
    await expect(page.getByText('Answer 60.')).toBeVisible()
    const [first, last] = [gate(), gate()]
    let pieces = 0
    standIn.replies(saying([{ text: `${'word '.repeat(300)}end` }], { pace: async () => { pieces += 1; if (pieces === 3) await first.pass(); if (pieces === 301) await last.pass() } }))
    await ask(page, 'Go on')
    await allow(page)
    await expect(answers(page).last()).toContainText('word')
    await page.evaluate(() => {
      const newest = [...document.querySelectorAll('[data-message]')].at(-1)
      const others = [...document.querySelectorAll('[data-message] article')].filter(article => !newest?.contains(article))
      const watch = new MutationObserver(changes => { (window as unknown as { touched: number }).touched += changes.length })
      Object.assign(window, { touched: 0 })
      for (const article of others) watch.observe(article, { childList: true, characterData: true, attributes: true, subtree: true })
    })
    first.open()
    await expect(answers(page).last()).toContainText('word '.repeat(300).trim())
    expect(await page.evaluate(() => (window as unknown as { touched: number }).touched)).toBe(0)
    last.open()
    await expect(answers(page).last()).toContainText('end')
    await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeHidden()
  } finally {
    await standIn.close()
  }
})

test('conversations that are opened and left leave no observer, listener or timer in the page', async ({ page, office }) => {
  await page.addInitScript(() => {
    const watched = new Map<object, Set<Element>>()
    const ticking = new Set<number>()
    const Original = window.ResizeObserver
    window.ResizeObserver = class extends Original {
      override observe(target: Element, options?: ResizeObserverOptions) {
        watched.set(this, (watched.get(this) ?? new Set()).add(target))
        super.observe(target, options)
      }
      // What looks at nothing is let go of, so that counting keeps nothing alive.
      override unobserve(target: Element) {
        watched.get(this)?.delete(target)
        if (watched.get(this)?.size === 0) watched.delete(this)
        super.unobserve(target)
      }
      override disconnect() {
        watched.delete(this)
        super.disconnect()
      }
    }
    const [begin, end] = [window.setInterval.bind(window), window.clearInterval.bind(window)]
    const ticks = (go: TimerHandler, every?: number, ...given: unknown[]): number => {
      const id = begin(go, every, ...given)
      ticking.add(id)
      return id
    }
    const stops = (id?: number): void => {
      if (id !== undefined) ticking.delete(id)
      end(id)
    }
    Object.assign(window, { setInterval: ticks, clearInterval: stops, leftOvers: () => ({ observers: watched.size, intervals: ticking.size }) })
  })
  await office.open()
  const ids = [seedTalk(office.dataFolder, longTalk(60)), seedTalk(office.dataFolder, longTalk(40))]
  const inspector = await page.context().newCDPSession(page)
  await inspector.send('Performance.enable')
  const counted = async () => {
    await inspector.send('HeapProfiler.collectGarbage')
    const { metrics } = await inspector.send('Performance.getMetrics')
    const listeners = metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? 0
    return { listeners, ...await page.evaluate(() => (window as unknown as { leftOvers: () => { observers: number; intervals: number } }).leftOvers()) }
  }
  const go = (place: string) => page.evaluate(to => { location.hash = to }, place)
  const visit = async (id: string | undefined, answer: string) => {
    await go(`/chat/${id}`)
    await expect(page.getByText(answer)).toBeVisible()
    await go('/health')
    await expect(page.getByText('What is kept')).toBeVisible()
  }
  await visit(ids[0], 'Answer 60.')
  await visit(ids[1], 'Answer 40.')
  const before = await counted()
  for (let turn = 0; turn < 10; turn += 1) {
    await visit(ids[0], 'Answer 60.')
    await visit(ids[1], 'Answer 40.')
  }
  await expect.poll(async () => {
    const after = await counted()
    return { listeners: Math.max(0, after.listeners - before.listeners), observers: Math.max(0, after.observers - before.observers), intervals: Math.max(0, after.intervals - before.intervals) }
  }).toEqual({ listeners: 0, observers: 0, intervals: 0 })
})

test('what she said is proposed to be kept once she left, since the office knows that nobody follows any more', async ({ page, office }) => {
  await office.open()
  await page.goto(`${new URL(page.url()).origin}/#/chat`)
  await ask(page, 'The producer insists on new faces for both leads.')
  await expect(page).toHaveURL(/#\/chat\/.+/)
  const talk = page.url()
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeHidden()
  await page.goto(`${new URL(talk).origin}/#/memory`)
  const proposed = page.getByRole('region', { name: 'Proposed memories' })
  await expect(async () => {
    await page.reload()
    await expect(proposed).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await page.goto(talk)
  await expect(proposed.getByText('The producer insists on new faces for both leads').first()).toBeVisible()
  await expectAccessible(page, 'a conversation with proposed memories')
  await proposed.getByRole('button', { name: 'Keep', exact: true }).first().click()
  await expect(proposed).toBeHidden()
})

test('a line that is lost and comes back leaves her where she had scrolled to', async ({ page, office }) => {
  const lines: WebSocketRoute[] = []
  await page.routeWebSocket(() => true, line => {
    line.connectToServer()
    lines.push(line)
  })
  await office.open()
  const id = seedTalk(office.dataFolder, longTalk(400))
  await page.goto(`${new URL(page.url()).origin}/#/chat/${id}`)
  const messages = page.getByRole('region', { name: 'Messages' })
  await expect(messages.getByText('Answer 400.')).toBeVisible()
  await messages.hover()
  for (let turn = 0; turn < 30; turn += 1) await page.mouse.wheel(0, -1_500)
  // The wheel runs on for a while after its last turn, and rows that come in view get their true heights.
  const places: string[] = []
  await expect(async () => {
    places.push(await topmost(messages))
    expect(places.slice(-4)).toEqual(Array.from({ length: 4 }, () => places.at(-1)))
  }).toPass({ intervals: [100] })
  const place = places.at(-1)
  expect(Number(place)).toBeLessThan(280)
  const followed = lines.length
  await lines.at(-1)?.close()
  await expect.poll(() => lines.length).toBeGreaterThan(followed)
  await expect(page.getByRole('contentinfo').getByText('Connected')).toBeVisible()
  // A new title comes by the events that are followed, so it shows that they are followed again.
  await page.getByRole('button', { name: 'Everything about the platform' }).click()
  await page.getByRole('textbox', { name: 'Title of the conversation' }).fill('The platform')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'The platform', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Jump to newest' })).toBeVisible()
  expect(await topmost(messages)).toBe(place)
})

test('a conversation is found by its words and opens at the message', async ({ page, office }) => {
  await office.open()
  const id = seedTalk(office.dataFolder, { ...longTalk(300), messages: longTalk(300).messages.map((message, index) => (index === 40 ? { ...message, text: 'The harmonium player of Ballia' } : message)) })
  await page.goto(`${new URL(page.url()).origin}/#/chat`)
  await page.getByRole('searchbox', { name: 'Search the conversations' }).fill('harmonium')
  await page.getByRole('list', { name: 'Found' }).getByRole('button').first().click()
  await expect(page).toHaveURL(new RegExp(`chat/${id}\\?message=`))
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('The harmonium player of Ballia')).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Jump to newest' })).toBeVisible()
})

test('an incognito conversation is marked, and asks before it is gone for good', async ({ page, office }) => {
  await office.open()
  await page.goto(`${new URL(page.url()).origin}/#/chat`)
  await page.getByRole('button', { name: 'What can be done with this conversation' }).click()
  await page.getByRole('menuitem', { name: 'New incognito conversation' }).click()
  await expect(page.getByText('Incognito. Nothing is remembered from it.')).toBeVisible()
  await page.getByRole('button', { name: 'Close it' }).click()
  await expectAccessible(page, 'closing an incognito conversation')
  await page.getByRole('button', { name: 'Close and delete it' }).click()
  await expect(page.getByText('Incognito. Nothing is remembered from it.')).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Conversations' }).getByText('No conversation yet.')).toBeVisible()
})

test('a conversation is renamed, removed and brought back', async ({ page, office }) => {
  await office.open()
  const id = seedTalk(office.dataFolder, longTalk(4))
  await page.goto(`${new URL(page.url()).origin}/#/chat/${id}`)
  await page.getByRole('button', { name: 'Everything about the platform' }).click()
  await page.getByRole('textbox', { name: 'Title of the conversation' }).fill('The platform')
  await page.keyboard.press('Enter')
  const list = page.getByRole('navigation', { name: 'Conversations' })
  await expect(list.getByRole('link', { name: /^The platform/ })).toBeVisible()
  await page.getByRole('button', { name: 'What can be done with this conversation' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(list.getByRole('link', { name: /^The platform/ })).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(list.getByRole('link', { name: /^The platform/ })).toBeVisible()
})
