/**
 * A task of a page's own thread, in milliseconds: by the clock, and of the processor's time.
 *
 * @typedef {object} PageTask
 * @property {number} clock
 * @property {number} processor
 */

/** What a task may take before the page feels it, in milliseconds; the limit of the Long Tasks API. */
const limit = 50

/**
 * Traces every task that the page's own thread runs, from now on until the function that it gives is called.
 *
 * @param {import('@playwright/test').Browser} browser Chromium with no other trace running
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<() => Promise<readonly PageTask[]>>}
 */
export async function traceTasks(browser, page) {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  return async () => tasksOf(JSON.parse((await browser.stopTracing()).toString('utf8')).traceEvents)
}

/** @param {readonly { name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args?: { name?: string } }[]} events @returns {readonly PageTask[]} */
function tasksOf(events) {
  const threads = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`))
  return events
    .filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && threads.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1_000, processor: tdur / 1_000 }))
}

/** How many tasks there were, their seconds of the processor, and those over the limit. @param {readonly PageTask[]} tasks */
export function longTasks(tasks) {
  const by = /** @param {'clock' | 'processor'} what */ what => ({ over: tasks.filter(task => task[what] > limit).length, longest: tasks.reduce((most, task) => Math.max(most, task[what]), 0) })
  return { count: tasks.length, busy: tasks.reduce((sum, { processor }) => sum + processor, 0) / 1_000, byProcessor: by('processor'), byClock: by('clock') }
}
