/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number, readonly wavering?: number }} Counts */

/**
 * The sum of some counts.
 *
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
export const sumOf = counts => ({
  passed: counts.reduce((sum, count) => sum + count.passed, 0),
  failed: counts.reduce((sum, count) => sum + count.failed, 0),
  skipped: counts.reduce((sum, count) => sum + count.skipped, 0),
  wavering: counts.reduce((sum, count) => sum + (count.wavering ?? 0), 0),
})

/**
 * The counts of Vitest's JSON report.
 *
 * A file that fell over before its first test counts as one failure; so does a run that ended badly for a reason that
 * is no test's, such as coverage under its limit or a missing report.
 *
 * @param {unknown} report undefined where none was written
 * @param {boolean} endedWell
 * @returns {Counts}
 */
export function unitCounts(report, endedWell) {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0, testResults = [] } =
    /** @type {{ numPassedTests?: number, numFailedTests?: number, numPendingTests?: number, numTodoTests?: number, testResults?: { status: string, assertionResults: { status: string }[] }[] }} */ (report ?? {})
  const fellOver = testResults.filter(file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed')).length
  return withUnnamed({ passed: numPassedTests, failed: numFailedTests + fellOver, skipped: numPendingTests + numTodoTests }, endedWell)
}

/**
 * The counts of Playwright's JSON report; a journey that passed only when repeated is counted as wavering, beside those that passed.
 *
 * @param {unknown} report undefined where none was written
 * @param {boolean} endedWell
 * @returns {Counts}
 */
export function journeyCounts(report, endedWell) {
  const { stats = {} } = /** @type {{ stats?: { expected?: number, unexpected?: number, flaky?: number, skipped?: number } }} */ (report ?? {})
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats
  return withUnnamed({ passed: expected, failed: unexpected, skipped, wavering: flaky }, endedWell)
}

/**
 * @param {Counts} counts
 * @param {boolean} endedWell
 * @returns {Counts}
 */
const withUnnamed = (counts, endedWell) => (endedWell || counts.failed > 0 ? counts : { ...counts, failed: 1 })
