import { Button, Select, SegmentedControl } from '@mantine/core'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { RoleSize, type Appearance } from '../../src-preload/contract/roles.ts'
import { Gender } from '../../src-preload/contract/words.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { SavedText } from '../look/SavedText.tsx'
import { SpanField } from '../look/SpanField.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { countWords, genderWords, sizeWords } from '../look/words.ts'
import { AskedList } from './AskedList.tsx'
import classes from './Breakdown.module.css'
import { CitationLink } from './CitationLink.tsx'
import { LanguageFluency } from './LanguageFluency.tsx'
import { RangeField } from './RangeField.tsx'
import type { RoleDesk } from './roleDesk.ts'
import { RoleTerms } from './RoleTerms.tsx'

interface BreakdownProps {
  readonly desk: RoleDesk
  readonly productionId: ProductionId
}

/** What the role asks for, by hand: size, range, gender, languages, skills, look, notes and dates; below it the lines and scenes it comes from. */
export function Breakdown({ desk, productionId }: BreakdownProps) {
  const { role, change } = desk
  const set = (wanted: Parameters<typeof change>[0]) => void change(wanted).catch(sayFailure)
  return (
    <>
      <section className={classes.section} aria-label="By hand">
        <h2 className={classes.title}>The role asks for</h2>
        <div className={classes.fields}>
          <Select
            label="Size"
            value={role.sizeByHand ? role.size : 'script'}
            allowDeselect={false}
            data={[{ value: 'script', label: role.sizeByHand ? 'From the script' : `${sizeWords[role.size]} (script)` }, ...RoleSize.options.map(value => ({ value, label: sizeWords[value] }))]}
            onChange={value => set({ size: value === 'script' ? null : RoleSize.parse(value) })}
          />
          <RangeField kept={role.playingRange} save={playingRange => change({ playingRange })} />
        </div>
        <div className={classes.field}>
          <span className={classes.label} id="gender-label">Gender</span>
          <SegmentedControl
            fullWidth
            aria-labelledby="gender-label"
            value={role.gender ?? 'open'}
            data={[{ value: 'open', label: 'Not stated' }, ...Gender.options.map(value => ({ value, label: genderWords[value] }))]}
            onChange={value => set({ gender: value === 'open' ? null : Gender.parse(value) })}
          />
        </div>
        <AskedList label="Languages" what="language" asked={role.languages} onChange={languages => set({ languages })} />
        <LanguageFluency asked={role.languages} onChange={languages => set({ languages })} />
        <AskedList label="Skills" what="skill" asked={role.skills} onChange={skills => set({ skills })} />
        <SavedText label="Look" kept={role.look} save={look => change({ look })} lines={2} placeholder="Not stated" />
        <SavedText label="Notes" description="For this office only. Words here help to find people by meaning." kept={role.notes} save={notes => change({ notes })} lines={3} />
        <SpanField labels={['Needed from', 'Needed to']} kept={role.dates} save={dates => change({ dates })} />
        <RoleTerms desk={desk} />
      </section>
      {role.introductions.length > 0 && (
        <section className={classes.section} aria-label="Introduced by">
          <h2 className={classes.title}>Introduced by</h2>
          <ul className={classes.list}>
            {role.introductions.map(citation => <li key={`${citation.scriptId}${citation.element}`} className={classes.line}><CitationLink citation={citation} productionId={productionId} roleId={role.id} /></li>)}
          </ul>
        </section>
      )}
      <Appearances desk={desk} productionId={productionId} />
      <MergedFrom desk={desk} />
    </>
  )
}

/** The scenes of a role; one name reads without the name, several with it. */
function Appearances({ desk, productionId }: BreakdownProps) {
  const { role } = desk
  // What only an older draft had does not count any more; where no newest one knows the role, it is all there is.
  const current = role.appearances.filter(appearance => appearance.current)
  const shown = current.length > 0 ? current : role.appearances
  const severalNames = new Set(shown.map(({ characterName }) => characterName)).size > 1
  const placeOf = (appearance: Appearance) => `#/production/${productionId}/script/${appearance.scriptId}?element=${appearance.element}&role=${role.id}`
  return (
    <section className={classes.section} aria-label="Appears in">
      <h2 className={classes.title}>{current.length > 0 || shown.length === 0 ? `Appears in ${countWords(role.scenes, 'scene')}` : 'In older drafts only'}</h2>
      <ul className={classes.list}>
        {shown.map(appearance => (
          <li key={`${appearance.scriptId}${appearance.characterName}${appearance.scene}`}>
            <a className={classes.appearance} href={placeOf(appearance)}>
              <span className={classes.number}>{appearance.sceneNumber ?? (appearance.scene === null ? '' : appearance.scene + 1)}</span>
              <span className={classes.heading}>{appearance.heading ?? 'Before the first scene'}{severalNames && <span className={classes.as}> as {appearance.characterName}</span>}</span>
              <span className={classes.count}>{countWords(appearance.speeches, 'speech', 'speeches')}</span>
              <span className={classes.page}>p. {appearance.page}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Roles that were merged into this one, each with the way out again. */
function MergedFrom({ desk }: { readonly desk: RoleDesk }) {
  const office = useOffice()
  const { role, took } = desk
  if (role.mergedFrom.length === 0) return null
  const takeOut = async (id: typeof role.id) => {
    try {
      await office.roles.unmerge({ id })
      took(await office.roles.get({ id: role.id }))
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <section className={classes.section} aria-label="Merged from">
      <h2 className={classes.title}>Merged from</h2>
      <ul className={classes.list}>
        {role.mergedFrom.map(part => (
          <li key={part.id} className={classes.part}>
            {part.name}
            <Button variant="default" size="compact-xs" onClick={() => void takeOut(part.id)} aria-label={`Take ${part.name} out again`}>Take out again</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
