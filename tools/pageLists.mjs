/**
 * What the page notes of its lists: when the last letter was typed, whether a list is awaited, and who wants to hear once it is drawn.
 *
 * @typedef {object} Lists
 * @property {number} typed
 * @property {boolean} busy
 * @property {boolean} asked whether a list was asked for since that letter
 * @property {(ms: number | null) => void} [heard]
 */

/** The longest pause after a letter before it is asked, in milliseconds, as the sentence box has it. */
const askAfter = 20

/**
 * Notes in the page when a list stops being busy: the moment its frame is drawn, after the last letter. A letter that asks nothing new
 * (a space) makes nothing busy and is not counted.
 *
 * @param {import('@playwright/test').Page} page
 */
export function watchLists(page) {
  return page.evaluate(pause => {
    /** @type {Lists} */
    const lists = { typed: 0, busy: false, asked: false }
    Object.assign(window, { lists })
    document.addEventListener('keydown', () => { lists.typed = performance.now(); lists.asked = false; lists.busy = document.querySelector('[data-list][aria-busy=true]') !== null }, { capture: true })
    const drawn = () => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      // What comes in a message right after a frame's callbacks comes once the frame is drawn.
      port1.onmessage = () => lists.heard?.(performance.now() - lists.typed)
      port2.postMessage(null)
    })
    new MutationObserver(changes => {
      for (const { target } of changes) {
        if (!(target instanceof HTMLElement) || target.dataset['list'] === undefined) continue
        if (target.getAttribute('aria-busy') === 'true') lists.busy = lists.asked = true
        // Within the pause before a letter is asked the list of the letter before may still come.
        else if (lists.busy && (lists.asked || performance.now() - lists.typed > pause)) drawn()
      }
    }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['aria-busy'] })
  }, askAfter)
}

/**
 * Waits in the page until the next list is drawn and gives the milliseconds since the letter; null where none is asked for within 200 ms.
 *
 * @param {import('@playwright/test').Page} page one that {@link watchLists} watches
 * @returns {Promise<number | null>}
 */
export function nextList(page) {
  return page.evaluate(() => new Promise(resolve => {
    const { lists } = /** @type {{ lists: Lists }} */ (/** @type {unknown} */ (window))
    lists.heard = resolve
    setTimeout(() => { if (!lists.busy) resolve(null) }, 200)
  }))
}
