import { createRouterClient } from '@orpc/server'
import type { CastMatch } from './castmatch.ts'

/** Brings the demo in, where it is not there yet, and makes it the production that the page opens with. */
export async function startWithDemo({ router }: Pick<CastMatch, 'router'>): Promise<void> {
  const client = createRouterClient(router, { context: {} })
  for await (const event of await client.productions.openDemo({})) {
    if (event.kind === 'done') await client.settings.update({ lastProductionId: event.result.productionId })
  }
}
