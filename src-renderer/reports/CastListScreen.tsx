import { Switch } from '@mantine/core'
import { IconMasksTheater } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { CastFact, CastList, CastRow } from '../../src-preload/contract/reports.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { useKeys } from '../look/useKeys.ts'
import { countWords, eighthsWords, genderWords, rangeWords, sizeWords } from '../look/words.ts'
import { ScriptViews } from '../scripts/ScriptViews.tsx'
import classes from './CastListScreen.module.css'
import { DownloadMenu } from './DownloadMenu.tsx'

/** The cast list of a script: its roles by number, what each asks for, and how much it has to do. */
export function CastListScreen({ productionId, scriptId }: { readonly productionId: ProductionId; readonly scriptId: ScriptId }) {
  const script = useFreshAnswer(['scripts'], (office, signal) => office.scripts.get({ id: scriptId }, { signal }), [scriptId])
  const answer = useFreshAnswer(['roles', 'scripts', 'orders'], (office, signal) => office.reports.castList({ scriptId }, { signal }), [scriptId])
  return (
    <>
      <PageHeader title={script.data?.title ?? 'Script'} sub={answer.data && headline(answer.data)}>
        <ScriptViews productionId={productionId} scriptId={scriptId} view="cast" />
        {answer.data && answer.data.rows.length > 0 && <KeepNumbers scriptId={scriptId} list={answer.data} />}
        {answer.data && answer.data.rows.length > 0 && <DownloadMenu scriptId={scriptId} reports={[['castList', 'Cast list']]} />}
      </PageHeader>
      <FourStates
        answer={answer} what="the cast list" isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState icon={<IconMasksTheater size={24} />} sentence="A cast list needs roles." hint="Nobody speaks in this script, or its roles were taken off the list." />}
      >
        {list => <CastTable list={list} productionId={productionId} scriptId={scriptId} />}
      </FourStates>
    </>
  )
}

function headline({ rows }: CastList): string {
  const minors = rows.filter(({ minor }) => minor !== null).length
  const open = rows.filter(row => [row.playingRange, row.gender, ...row.languages, ...row.skills].some(fact => fact?.confirmed === false)).length
  return [countWords(rows.length, 'role'), minors > 0 && `${minors.toLocaleString()} may be under 18`, open > 0 && `${open.toLocaleString()} not confirmed`].filter(Boolean).join(', ')
}

/** Keeps the numbers as they stand, or lets them follow the size of the roles again. */
function KeepNumbers({ scriptId, list }: { readonly scriptId: ScriptId; readonly list: CastList }) {
  const office = useOffice()
  const changed = useChanged()
  const [saving, setSaving] = useState(false)
  const numbers = list.rows.map(({ role, number }) => ({ role, number }))
  const set = async (keep: boolean) => {
    setSaving(true)
    try {
      await office.reports.keepNumbers({ scriptId, numbers: keep ? numbers : null })
      changed('orders')
      if (!keep) {
        offerUndo('The numbers follow the size of the roles again.', async () => {
          await office.reports.keepNumbers({ scriptId, numbers })
          changed('orders')
        })
      }
    } catch (error) {
      sayFailure(error)
    } finally {
      setSaving(false)
    }
  }
  return <Switch mx={8} label="Keep these numbers" title="Kept numbers stay when sizes change; new roles get the next one." checked={list.kept} disabled={saving} onChange={event => void set(event.currentTarget.checked)} />
}

function CastTable({ list, productionId, scriptId }: { readonly list: CastList; readonly productionId: ProductionId; readonly scriptId: ScriptId }) {
  const table = useRef<HTMLTableElement>(null)
  const step = (by: number) => {
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>('a[data-role]') ?? [])]
    const at = links.findIndex(link => link === document.activeElement)
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
  }
  useKeys({ j: () => step(1), k: () => step(-1) })
  const ordered = list.rows.some(({ days }) => days !== null)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by the keys
    <section className={classes.body} aria-label="Cast list" tabIndex={0}>
      <table ref={table} className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.figure}>No</th>
            <th scope="col">Role</th>
            <th scope="col">Size</th>
            <th scope="col">Plays</th>
            <th scope="col">Gender</th>
            <th scope="col">Languages</th>
            <th scope="col">Skills</th>
            <th scope="col" className={classes.figure}>Scenes</th>
            <th scope="col" className={classes.figure}>Speeches</th>
            <th scope="col" className={classes.figure}>Words</th>
            <th scope="col" className={classes.figure}>Pages</th>
            <th scope="col" className={classes.figure}>On pages</th>
            {ordered && <th scope="col" className={classes.figure}>Days</th>}
          </tr>
        </thead>
        <tbody>
          {list.rows.map(row => (
            <tr key={row.role}>
              <td className={classes.number}>{row.number}</td>
              <th scope="row" className={classes.name}><a data-role href={`#/production/${productionId}/roles/${row.role}`}>{row.name}</a></th>
              <td>{sizeWords[row.size]}</td>
              <td><Plays row={row} /></td>
              <td>{row.gender && <Said words={genderWords[row.gender.gender]} confirmed={row.gender.confirmed} />}</td>
              <td className={classes.facts}><Facts facts={row.languages} /></td>
              <td className={classes.facts}><Facts facts={row.skills} /></td>
              <td className={classes.figure} title={row.silent > 0 ? `${countWords(row.silent, 'scene')} without a line` : undefined}>{row.scenes}</td>
              <td className={classes.figure}>{row.speeches.toLocaleString()}</td>
              <td className={classes.figure}>{row.words.toLocaleString()}</td>
              <td className={classes.figure}>{eighthsWords(row.eighths)}</td>
              <td className={classes.figure}>
                {row.firstPage !== null && row.lastPage !== null && (
                  <a href={`#/production/${productionId}/script/${scriptId}?role=${row.role}`}>
                    {row.firstPage === row.lastPage ? row.firstPage : `${row.firstPage}–${row.lastPage}`}<span className="visually-hidden">, {row.name} in the script</span>
                  </a>
                )}
              </td>
              {ordered && <td className={classes.figure}>{row.days}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.legend}>
        <span><span className={classes.open}>Words like this</span> are proposed by the script and not confirmed.</span>
        <span><strong>Bold</strong> is a must-have.</span>
        {list.together.length > 0 && <span>{list.together.join(', ')}: counted with each of the roles that the cue names.</span>}
      </p>
    </section>
  )
}

function Plays({ row: { playingRange, minor } }: { readonly row: CastRow }) {
  if (playingRange === null) return null
  return (
    <span className={classes.plays}>
      <Said words={rangeWords(playingRange.range)} confirmed={playingRange.confirmed} />
      {minor !== null && <span className={classes.minor}>{minor === 'yes' ? 'Minor' : 'Maybe a minor'}</span>}
    </span>
  )
}

function Said({ words, confirmed, must = false }: { readonly words: string; readonly confirmed: boolean; readonly must?: boolean }) {
  if (!confirmed) return <span className={classes.open} title="Proposed by the script, not confirmed yet">{words}<span className="visually-hidden"> (not confirmed)</span></span>
  return must ? <strong title="A must-have">{words}</strong> : words
}

function Facts({ facts }: { readonly facts: readonly CastFact[] }) {
  return facts.map(({ name, must, confirmed }, index) => <span key={name}>{index > 0 && ', '}<Said words={name} confirmed={confirmed} must={must} /></span>)
}
