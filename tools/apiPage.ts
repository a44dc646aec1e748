import { ErrorData, errorCodes, sentenceFor, statusFor } from '../src-preload/contract/errors.ts'
import { apiExamples } from './apiExamples.ts'
import { apiProcedures, namedShapes, shapeInWords, type ApiProcedure } from './apiShapes.ts'

/** Writes the contract as a page in Markdown: procedures with their examples, shapes, errors. */
export function apiPage(): string {
  const procedures = apiProcedures()
  const domains = [...new Set(procedures.map(({ name }) => domainOf(name)))]
  return [
    '# The contract between the office and its doors',
    '',
    'Written by `npm run docs:api` from `src-preload/contract`; a test fails where this page is stale. The same contract as OpenAPI: [openapi.json](openapi.json).',
    '',
    'The page calls the office over a MessagePort (desktop) or a socket (browser), the command line in process; the procedures are the same.',
    'A procedure that *streams* sends any number of values; long work sends `progress` and, last, one `done` with its result. To cancel, abort the call.',
    'Files travel as tickets: the door hands the file to the office and gets a ticket, good for an hour.',
    '',
    ...domains.map(domain => `- [${domain}](#${domain}): ${procedures.filter(({ name }) => domainOf(name) === domain).map(({ name }) => `[${name.split('.')[1]}](#${anchor(name)})`).join(', ')}`),
    '- [Shapes](#shapes)',
    '- [Errors](#errors)',
    '',
    ...domains.flatMap(domain => [`## ${domain}`, '', ...procedures.filter(({ name }) => domainOf(name) === domain).flatMap(procedureOnPage)]),
    '## Shapes',
    '',
    ...[...namedShapes].flatMap(([name, shape]) => [`### ${name}`, '', ...(shape.description ? [shape.description, ''] : []), ...block('ts', shapeInWords(shape, 'output', name))]),
    '## Errors',
    '',
    'Every procedure may fail with a code of this closed list and the data `ErrorData`:',
    '',
    ...block('ts', shapeInWords(ErrorData, 'output', 'ErrorData')),
    '| Code | HTTP | What the user reads |',
    '|---|---|---|',
    ...errorCodes.map(code => `| \`${code}\` | ${statusFor(code)} | ${sentenceFor(code)} |`),
    '',
  ].join('\n')
}

const domainOf = (name: string): string => name.split('.')[0] ?? ''
const anchor = (name: string): string => name.replace('.', '').toLowerCase()
const block = (language: string, text: string): readonly string[] => [`\`\`\`${language}`, text, '```', '']

function procedureOnPage({ name, summary, input, output, streams }: ApiProcedure): readonly string[] {
  const example = apiExamples[name]
  const answer = example?.events ?? [example?.output]
  return [
    `### ${name}`,
    '',
    `${summary}. Errors: any of [the list](#errors).`,
    '',
    'Input',
    '',
    ...block('ts', shapeInWords(input, 'input')),
    streams ? 'Streams, each' : 'Output',
    '',
    ...block('ts', shapeInWords(output, 'output')),
    'Example',
    '',
    ...block('js', [`await office.${name}(${jsonOf(example?.input)})`, ...answer.map(value => `// -> ${jsonOf(value)}`)].join('\n')),
  ]
}

const jsonOf = (value: unknown): string => JSON.stringify(value, (_key, part: unknown) => (part instanceof File ? `a file: ${part.name}` : part))
