/** What a file becomes in CastMatch; 'maybeScript' where only its type is known yet and it may be a Fountain or Final Draft file. */
export type DroppedKind = 'script' | 'sheet' | 'profile' | 'pictures' | 'maybeScript' | 'unknown'

const scriptEndings = ['pdf', 'fdx', 'docx', 'fountain', 'spmd', 'txt', 'text']
const scriptTypes = ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'text/plain', 'application/xml', 'text/xml']
const sheetEndings = ['csv', 'tsv', 'xlsx']
const contactEndings = ['vcf', 'vcard', 'json']
const contactTypes = ['text/vcard', 'text/x-vcard', 'text/directory', 'application/json']
/** What may be a résumé as well as a script: on the talent screen it is a résumé. */
const resumeEndings = ['pdf', 'docx', 'txt', 'text']
const resumeTypes = ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'text/plain']
const pictureEndings = ['jpg', 'jpeg', 'png', 'webp', 'avif', 'gif', 'heic', 'heif']

/** What endings a file chooser offers for scripts, for sheets and for profiles. */
export const scriptAccept = scriptEndings.map(ending => `.${ending}`).join(',')
export const sheetAccept = sheetEndings.map(ending => `.${ending}`).join(',')
export const profileAccept = [...resumeEndings, ...contactEndings].map(ending => `.${ending}`).join(',')

/** What a file becomes, by the ending of its name; the office looks at the content itself. `onTalent` is a drop on the talent book. */
export function kindOfFile(name: string, onTalent = false): Exclude<DroppedKind, 'maybeScript'> {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (contactEndings.includes(ending) || (onTalent && resumeEndings.includes(ending))) return 'profile'
  if (scriptEndings.includes(ending)) return 'script'
  if (pictureEndings.includes(ending)) return 'pictures'
  return sheetEndings.includes(ending) ? 'sheet' : 'unknown'
}

/** What a file becomes, by the media type that is all a browser tells before the drop. Fountain has none, Final Draft mostly none. */
export function kindOfType(type: string, onTalent = false): DroppedKind {
  if (contactTypes.includes(type) || (onTalent && resumeTypes.includes(type))) return 'profile'
  if (scriptTypes.includes(type)) return 'script'
  if (type === 'text/csv' || type === 'text/tab-separated-values' || type === 'application/vnd.ms-excel' || type === 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet') return 'sheet'
  if (type.startsWith('image/')) return 'pictures'
  return type === '' ? 'maybeScript' : 'unknown'
}
