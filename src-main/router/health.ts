import { healthReport, pulse } from '../health/report.ts'
import { indexingState } from '../talent/indexing.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'
import { modelIdOf } from './talentParts.ts'

/** Binds the procedures of `health` to the office. */
export function bindHealth(os: Os, { host, db, claude, embedder, now }: OfficeParts) {
  const modelId = modelIdOf(embedder)
  return {
    report: os.health.report.handler(() => healthReport(db, host, { ...indexingState(db, modelId()), model: embedder.id }, claude.state())),
    pulse: os.health.pulse.handler(({ input, signal }) => pulse(input.everyMs, now, signal)),
  }
}
