import type { CastingChange, DoneBy, StandingFor } from '../../src-preload/contract/casting.ts'
import { listWords, statusWords } from '../../src-preload/contract/said.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { countWords } from '../look/words.ts'
import classes from './OfficeHistory.module.css'
import { changeWords, holdWords, today } from './standingWords.ts'

/** How many changes the card shows. */
const shownChanges = 50

/** A person's history with this office: the roles they stand for, and every change on its lists, newest first. */
export function OfficeHistory({ id, locale }: { readonly id: TalentId; readonly locale: string }) {
  const answer = useFreshAnswer(['casting', 'roles', 'productions'], async (office, signal) => {
    const [standings, changes] = await Promise.all([office.casting.ofTalent({ talentId: id }, { signal }), office.casting.history({ talentId: id, limit: shownChanges }, { signal })])
    return { standings, changes }
  }, [id])
  return (
    <FourStates answer={answer} what="the history" skeleton={<p className={classes.quiet}>Looking</p>} isEmpty={({ standings, changes }) => standings.length + changes.length === 0} empty={<p className={classes.quiet}>On no list yet.</p>}>
      {({ standings, changes }) => (
        <>
          {standings.length === 0 && <p className={classes.quiet}>On no list now.</p>}
          <ul className={classes.standings}>{standings.map(standing => <Stands key={standing.roleId} standing={standing} locale={locale} />)}</ul>
          {changes.length > 0 && (
            <details className={classes.history}>
              <summary>{changes.length === shownChanges ? `The last ${shownChanges} changes` : countWords(changes.length, 'change')}</summary>
              <ol className={classes.changes}>{changes.map(change => <Change key={change.id} change={change} locale={locale} />)}</ol>
            </details>
          )}
        </>
      )}
    </FourStates>
  )
}

function Stands({ standing, locale }: { readonly standing: StandingFor; readonly locale: string }) {
  const hold = standing.hold && holdWords(standing.hold, today(), locale).words
  return (
    <li>
      <a href={`#/production/${standing.productionId}/roles/${standing.roleId}`}>{standing.roleName}</a>
      <span className={classes.quiet}> in {standing.productionTitle}: </span>
      {[listWords[standing.list], statusWords[standing.status].toLowerCase(), hold].filter(Boolean).join(', ')}
      {standing.note && <p className={classes.note}>{standing.note}</p>}
    </li>
  )
}

const byWords: Readonly<Record<DoneBy, string>> = { user: '', claude: 'proposed by Claude, agreed by you', assistant: 'proposed by CastMatch, agreed by you' }

function Change({ change, locale }: { readonly change: CastingChange; readonly locale: string }) {
  return (
    <li data-undone={change.undoneBy !== null}>
      <time dateTime={change.at}>{new Date(change.at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })}</time>
      <span>{change.roleName}: {changeWords(change, locale)}{change.undoneBy !== null && <span className={classes.quiet}> (taken back)</span>}</span>
      <span className={classes.quiet}>{[change.reason, byWords[change.by]].filter(Boolean).join(' · ')}</span>
    </li>
  )
}
