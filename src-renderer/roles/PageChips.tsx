import { Tooltip } from '@mantine/core'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Citation, RoleId } from '../../src-preload/contract/roles.ts'
import { onePerPage } from './breakdownText.ts'
import classes from './PageChips.module.css'

interface PageChipsProps {
  readonly citations: readonly Citation[]
  readonly productionId: ProductionId
  readonly roleId: RoleId
}

const touched = { hover: true, focus: true, touch: true }

/** The pages that a clause rests on, small behind it: the line shows while one is pointed at or has the focus, a click goes there. */
export function PageChips({ citations, productionId, roleId }: PageChipsProps) {
  return onePerPage(citations).map(citation => {
    const scene = citation.sceneNumber ?? (citation.scene === null ? null : `${citation.scene + 1}`)
    return (
      <Tooltip key={`${citation.scriptId}${citation.element}`} events={touched} openDelay={150} maw={340} label={<q className={classes.quote} dir="auto">{citation.quote}</q>}>
        <a
          className={classes.chip}
          href={`#/production/${productionId}/script/${citation.scriptId}?element=${citation.element}&role=${roleId}`}
          aria-label={`p.${citation.page}${scene === null ? '' : `, sc. ${scene}`}: ${citation.quote}`}
        >
          p.{citation.page}
        </a>
      </Tooltip>
    )
  })
}
