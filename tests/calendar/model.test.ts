import { rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { manyRuns } from '../support/calendarModel/manyRuns.ts'
import { makeTemplate } from '../support/calendarModel/modelOffice.ts'

// `npm run measure:calendar` makes 2,000 runs of the same.
it('brings both sides together whatever is done here and in Google, whatever fails, and whenever the office is killed', async () => {
  const template = makeTemplate()
  try {
    const seed = 20261122
    const { failed, wrong, steps, path } = await manyRuns(template, { runs: 60, seed, longest: 30 })
    expect({ failed, wrong, steps, seed, path }).toEqual({ failed: false, wrong: '', steps: [], seed, path: '' })
  } finally {
    rmSync(template.folder, { recursive: true, force: true })
  }
}, 300_000)
