import { z } from 'zod'
import { procedure } from './errors.ts'
import { ProductionId } from './productions.ts'
import { Day, Moment, Nothing } from './words.ts'

/** How much thought a question to Claude is worth: a quick look, an ordinary piece of work, or a close reading. */
export const ClaudeKind = z.enum(['quick', 'standard', 'deep'])
export type ClaudeKind = z.infer<typeof ClaudeKind>

/** Where Claude is reached when nothing else is set. */
export const anthropicAddress = 'https://api.anthropic.com'

/** Tells what is wrong with an address for Claude in a clause, null where nothing is: https anywhere, http on this machine only. */
export function addressComplaint(text: string): string | null {
  const address = URL.canParse(text) ? new URL(text) : null
  if (address === null || (address.protocol !== 'https:' && address.protocol !== 'http:')) return 'it begins with https://, or http:// for a server on this machine'
  if (address.username !== '' || address.password !== '') return 'no name and password may stand in it; the key has its own field'
  if (address.search !== '' || address.hash !== '') return 'it ends before any ? or #'
  if (address.protocol === 'http:' && !isThisMachine(address.hostname)) return 'outside this machine it begins with https://, so that nobody on the way can read along'
  return null
}

/** Tells whether a host name of a URL is this machine itself. */
export const isThisMachine = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

/** The address of Claude, or of a server that speaks as Claude does; without a slash at its end. */
export const ClaudeAddress = z
  .string()
  .trim()
  .max(300)
  .superRefine((text, context) => {
    const complaint = addressComplaint(text)
    if (complaint !== null) context.addIssue({ code: 'custom', message: complaint })
  })
  .overwrite(text => text.replace(/\/+$/, ''))

/** The id of a model, such as `claude-sonnet-5-5`. */
export const ModelId = z.string().trim().min(1).max(100).regex(/^[\w.:@/-]+$/, 'a model is named in letters, digits and dashes')

/** The model for each kind of question; null leaves the choice to CastMatch. */
export const ModelChoice = z.object({ quick: ModelId.nullable(), standard: ModelId.nullable(), deep: ModelId.nullable() })
export type ModelChoice = z.infer<typeof ModelChoice>

/** That a model is to be retired, and the day where one is set. */
export const Leaving = z.object({ on: Day.nullable() })
export type Leaving = z.infer<typeof Leaving>

/** The models that an address told, and when. */
export const ListedModels = z.object({
  address: ClaudeAddress,
  asOf: Moment,
  models: z.array(z.object({ id: z.string(), name: z.string(), line: z.string().nullable(), leaving: Leaving.nullable() })).max(200),
})

/** What one rupee sum is reckoned with: rupees for a dollar, and the day of that rate. */
export const DollarRate = z.object({ rupees: z.number().min(1).max(10_000), asOf: Day })
export type DollarRate = z.infer<typeof DollarRate>

/** Tokens that were paid for or saved, and what they cost. */
export const ClaudeUsage = z.object({
  asked: z.number().int().describe('Questions that Claude answered'),
  fromCache: z.number().int().describe('Questions that an earlier answer served; nothing was sent'),
  input: z.number().int().describe('Tokens read anew, without those of the two caches'),
  output: z.number().int(),
  cacheWrite: z.number().int(),
  cacheRead: z.number().int(),
  microDollars: z.number().int().describe('Cost in millionths of a US dollar, by the price list of the day of each question'),
  paise: z.number().int().describe('The same in paise, by the rate of the settings'),
  unpriced: z.number().int().describe('Questions to models that no price is known of; they are not in the cost'),
})
export type ClaudeUsage = z.infer<typeof ClaudeUsage>

/** How Claude stands with this office. Never holds the key. */
export const ClaudeState = z.object({
  ready: z.boolean().describe('Whether a question could be asked: Claude is switched on and there is a key'),
  on: z.boolean(),
  hasKey: z.boolean().describe('Whether a key is kept for the address that is set'),
  keptHow: z.string().describe('How secrets are kept by this door, in words'),
  address: z.string(),
  addressFrom: z.enum(['settings', 'environment']).describe('Environment: CASTMATCH_ANTHROPIC_BASE_URL stands above the settings while this runs'),
  breaker: z.enum(['closed', 'open', 'halfOpen']).describe('Open: Claude failed several times in a row and is left in peace for a while'),
  triesAgainAt: Moment.nullable().describe('When the next question is let through, where the breaker is open'),
  underWay: z.number().int().describe('Requests that are with Claude at this moment'),
  queued: z.number().int().describe('Requests that wait for their turn; the chat goes first'),
  lastFailure: z.object({ code: z.string(), at: Moment }).nullable().describe('The last failure since CastMatch was started'),
  models: z.array(z.object({
    kind: ClaudeKind, id: z.string(), chosen: z.boolean().describe('Whether the user chose it'), leaving: Leaving.nullable().describe('Where it is to be retired'),
  })),
  known: z.array(z.object({ id: z.string(), name: z.string() })).describe('Models to choose from'),
  knownFrom: z.enum(['Claude', 'CastMatch']).describe('Whether Claude told them or the list of this version did'),
  toldAt: Moment.nullable().describe('When Claude told its models last'),
  listAsOf: Day.describe('The day of the built-in list of models'),
  pricesAsOf: Day.describe('The day of the built-in price list'),
  budget: z.number().int().nullable().describe('What a month may cost in paise before it is asked about; null sets no limit'),
  month: ClaudeUsage,
  total: ClaudeUsage,
  keptAnswers: z.number().int().describe('Answers that are kept so that the same question is not paid twice'),
})
export type ClaudeState = z.infer<typeof ClaudeState>

/** What a test of key and address found. */
export const ClaudeTest = z.object({
  models: z.number().int().describe('How many models the key may use; 0 where the server lists none and a short question was answered instead'),
  missing: z.array(z.string()).describe('Models that are set but that the server does not list'),
  milliseconds: z.number().int(),
})
export type ClaudeTest = z.infer<typeof ClaudeTest>

/** What a question would send, to be shown before it is sent. */
export const ClaudePreview = z.object({
  address: z.string(),
  model: z.string(),
  parts: z.array(z.object({
    kind: z.enum(['instructions', 'text', 'picture', 'shape']),
    text: z.string().describe('The part as it is sent; of a picture its kind and size'),
    characters: z.number().int(),
    tokens: z.number().int().describe('Estimated'),
  })),
  characters: z.number().int(),
  tokens: z.number().int().describe('Estimated, rather too high than too low'),
  answered: z.boolean().describe('Whether the same question was answered before: then nothing is sent'),
  microDollars: z.number().int().nullable().describe('The most that it can cost, in millionths of a US dollar; null where no price is known'),
  paise: z.number().int().nullable(),
})
export type ClaudePreview = z.infer<typeof ClaudePreview>

/** Whether what belongs to a production may be sent to Claude: nobody was asked yet, yes, or no. */
export const ClaudeConsent = z.object({ productionId: ProductionId, says: z.enum(['unasked', 'yes', 'no']), saidAt: Moment.nullable() })
export type ClaudeConsent = z.infer<typeof ClaudeConsent>

/** A key as it is typed in; the sentence of a refusal never repeats it. */
const Key = z.string().trim().min(8, 'a key is longer than that').max(500).regex(/^[\x21-\x7e]+$/, 'a key has no spaces and no letters with accents')

/** Claude: the one helper outside this laptop, asked only with a key and a yes. */
export const claude = {
  state: procedure.route({ summary: 'Tell how Claude stands: key, models, rest after failures, cost' }).input(Nothing).output(ClaudeState),
  setKey: procedure.route({ summary: 'Keep the API key for the address that is set' }).input(z.object({ key: Key })).output(ClaudeState),
  removeKey: procedure.route({ summary: 'Forget the API key of the address that is set' }).input(Nothing).output(ClaudeState),
  test: procedure.route({ summary: 'Test key and address; sends nothing of yours' }).input(Nothing).output(ClaudeTest),
  forgetAnswers: procedure.route({ summary: 'Forget the kept answers; the cost so far stays' }).input(Nothing).output(z.object({ forgotten: z.number().int() })),
  consent: procedure.route({ summary: 'Tell whether a production may be sent to Claude' }).input(z.object({ productionId: ProductionId })).output(ClaudeConsent),
  setConsent: procedure
    .route({ summary: 'Say whether a production may be sent to Claude' })
    .input(z.object({ productionId: ProductionId, allowed: z.boolean().nullable().describe('false: it is under NDA; null takes back what was said, so that it is asked again') }))
    .output(ClaudeConsent),
}
