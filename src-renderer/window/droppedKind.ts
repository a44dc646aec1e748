/** What a file becomes in CastMatch; 'maybeScript' where only its type is known yet and it may be a Fountain or Final Draft file. */
export type DroppedKind = 'script' | 'sheet' | 'maybeScript' | 'unknown'

const scriptEndings = ['pdf', 'fdx', 'docx', 'fountain', 'spmd', 'txt', 'text']
const scriptTypes = ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'text/plain', 'application/xml', 'text/xml']
const sheetEndings = ['csv', 'tsv']

/** What endings a file chooser offers for scripts and for sheets. */
export const scriptAccept = scriptEndings.map(ending => `.${ending}`).join(',')
export const sheetAccept = sheetEndings.map(ending => `.${ending}`).join(',')

/** What a file becomes, by the ending of its name; the office looks at the content itself. */
export function kindOfFile(name: string): Exclude<DroppedKind, 'maybeScript'> {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (scriptEndings.includes(ending)) return 'script'
  return sheetEndings.includes(ending) ? 'sheet' : 'unknown'
}

/** What a file becomes, by the media type that is all a browser tells before the drop. Fountain has none, Final Draft mostly none. */
export function kindOfType(type: string): DroppedKind {
  if (scriptTypes.includes(type)) return 'script'
  if (type === 'text/csv' || type === 'text/tab-separated-values' || type === 'application/vnd.ms-excel') return 'sheet'
  return type === '' ? 'maybeScript' : 'unknown'
}
