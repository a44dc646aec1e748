import type { DraftPassage, DraftReport, ScenePair, SideBySide } from '../../src-preload/contract/drafts.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import classes from './SideBySideView.module.css'

interface SideBySideViewProps {
  readonly productionId: ProductionId
  readonly report: DraftReport
  readonly pair: ScenePair
}

/** The text of a scene in both drafts, speech beside speech: what was cut is struck out, what was added is underlined. */
export function SideBySideView({ productionId, report, pair }: SideBySideViewProps) {
  const [old, now] = [pair.old.map(({ index }) => index), pair.new.map(({ index }) => index)]
  const { from, to } = report
  const answer = useFreshAnswer(
    ['roles', 'scripts'],
    (office, signal) => office.drafts.sideBySide({ from: from.id, to: to.id, old, new: now }, { signal }),
    [from.id, to.id, old.join(' '), now.join(' ')],
  )
  const placeOf = (script: ScriptId, element: number) => `#/production/${productionId}/script/${script}?element=${element}`
  return (
    <div className={classes.view}>
      <FourStates answer={answer} what="the scene">
        {rows => (
          <>
            <table className={classes.table}>
              <thead className="visually-hidden"><tr><th scope="col">Old</th><th scope="col">New</th></tr></thead>
              <tbody>
                {rows.map((row, at) => (
                  <tr key={at} data-kind={row.kind}>
                    <td className={classes.side}><Side passages={row.old} row={row.kind} side="old" /></td>
                    <td className={classes.side}><Side passages={row.new} row={row.kind} side="new" /></td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className={classes.places}>
              {pair.old[0] && <a href={placeOf(from.id, pair.old[0].element)}>Open in the old draft, p. {pair.old[0].page}</a>}
              {pair.new[0] && <a href={placeOf(to.id, pair.new[0].element)}>Open in the new draft, p. {pair.new[0].page}</a>}
            </p>
          </>
        )}
      </FourStates>
    </div>
  )
}

interface SideProps {
  readonly passages: readonly DraftPassage[] | null
  readonly row: SideBySide['kind']
  readonly side: 'old' | 'new'
}

function Side({ passages, row, side }: SideProps) {
  if (passages === null) return null
  const isWhole = row === 'cut' || row === 'added'
  return passages.map(({ kind, element, pieces }) => (
    <p key={element} className={classes.passage} data-kind={kind} dir="auto">
      {pieces.map((piece, at) => {
        if (!isWhole && !piece.own) return piece.text
        return side === 'old' ? <del key={at} className={classes.cut}>{piece.text}</del> : <ins key={at} className={classes.added}>{piece.text}</ins>
      })}
    </p>
  ))
}
