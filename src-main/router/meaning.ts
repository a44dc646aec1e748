import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `meaning` to the office. */
export function bindMeaning(os: Os, { encoders, resting, tickets }: OfficeParts) {
  return {
    state: os.meaning.state.handler(() => encoders.state()),
    follow: os.meaning.follow.handler(({ signal }) => encoders.follow(signal)),
    chooseModel: os.meaning.chooseModel.handler(async ({ input }) => {
      await encoders.choose(input.name, input.files.map(({ name, ticket }) => ({ name, path: tickets.open(ticket).path })))
      return encoders.state()
    }),
    useShipped: os.meaning.useShipped.handler(async () => {
      await encoders.useShipped()
      return encoders.state()
    }),
    cancelModel: os.meaning.cancelModel.handler(async () => {
      await encoders.cancel()
      return encoders.state()
    }),
    power: os.meaning.power.handler(({ input }) => {
      resting.power(input.power)
      return {}
    }),
  }
}
