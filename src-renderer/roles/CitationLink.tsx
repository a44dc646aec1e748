import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Citation, RoleId } from '../../src-preload/contract/roles.ts'
import classes from './CitationLink.module.css'

/** A line of the script as it stands there, with the way to its page; the role's lines are then marked. */
export function CitationLink({ citation, productionId, roleId }: { readonly citation: Citation; readonly productionId: ProductionId; readonly roleId: RoleId }) {
  const where = [`p. ${citation.page}`, citation.sceneNumber ? `sc. ${citation.sceneNumber}` : citation.scene === null ? '' : `sc. ${citation.scene + 1}`].filter(Boolean).join(', ')
  return (
    <span className={classes.citation}>
      <q className={classes.quote} dir="auto">{citation.quote}</q>{' '}
      <a className={classes.where} href={`#/production/${productionId}/script/${citation.scriptId}?element=${citation.element}&role=${roleId}`} aria-label={`Open the script at ${where}`}>{where}</a>
    </span>
  )
}
