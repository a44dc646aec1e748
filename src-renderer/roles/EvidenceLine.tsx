import type { Evidence } from '../../src-preload/contract/matching.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import classes from './EvidenceLine.module.css'

interface EvidenceLineProps {
  readonly said: Evidence
  readonly productionId: ProductionId
  readonly roleId: RoleId
  /** Opens the card of the person. */
  readonly onProfile?: () => void
}

/** A sentence with links to what it rests on: the words of the profile, and the page of the script. */
export function EvidenceLine({ said: { text, profile, page }, productionId, roleId, onProfile }: EvidenceLineProps) {
  return (
    <>
      {text}
      {profile && onProfile && <> <button type="button" className={classes.link} title={`“${profile.quote}”`} onClick={onProfile}>profile</button></>}
      {page && <> <a className={classes.link} href={`#/production/${productionId}/script/${page.scriptId}?element=${page.element}&role=${roleId}`} title={`“${page.quote}”`}>p. {page.page}</a></>}
    </>
  )
}
