import { keepConsent, readConsent } from '../claude/consent.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `claude` to the office. */
export function bindClaude(os: Os, { db, claude, now }: OfficeParts) {
  return {
    state: os.claude.state.handler(() => claude.state()),
    setKey: os.claude.setKey.handler(({ input }) => {
      claude.setKey(input.key)
      return claude.state()
    }),
    removeKey: os.claude.removeKey.handler(() => {
      claude.removeKey()
      return claude.state()
    }),
    test: os.claude.test.handler(({ signal }) => claude.test(signal)),
    forgetAnswers: os.claude.forgetAnswers.handler(() => ({ forgotten: claude.forgetAnswers() })),
    consent: os.claude.consent.handler(({ input }) => readConsent(db, input.productionId)),
    setConsent: os.claude.setConsent.handler(({ input }) => keepConsent(db, input.productionId, input.allowed, now())),
  }
}
