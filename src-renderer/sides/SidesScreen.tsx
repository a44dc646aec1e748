import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconArrowLeft, IconDots, IconFileText, IconStack2, IconTrash } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type { Sides, SidesId, SidesPaper, SidesSuggestion } from '../../src-preload/contract/sides.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useAnswer } from '../connection/useAnswer.ts'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageHeader } from '../look/PageHeader.tsx'
import { SaveMark } from '../look/SaveMark.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import { countWords } from '../look/words.ts'
import { CopiesPane } from './CopiesPane.tsx'
import { placeOf, useMakeSides } from './RoleSides.tsx'
import { ScenesList } from './ScenesList.tsx'
import { SidesPages, type PagesHandle } from './SidesPages.tsx'
import classes from './SidesScreen.module.css'
import { namesIn } from './sidesWords.ts'

/** What she changes here, as it is saved. */
type Edited = Pick<Sides, 'scenes' | 'context' | 'title' | 'note' | 'recipients'>

/** The place where sides are cut: the role's scenes, the pages as they will be printed, and whose copies are wanted. */
export function SidesScreen({ id }: { readonly id: SidesId }) {
  const answer = useFreshAnswer(['sides', 'roles', 'scripts'], async (office, signal) => {
    const sides = await office.sides.get({ id }, { signal })
    return { sides, suggestion: await office.sides.suggest({ roleId: sides.roleId, scriptId: sides.scriptId }, { signal }) }
  }, [id])
  return (
    <FourStates answer={answer} what="the sides">
      {({ sides, suggestion }) => <OneSides key={sides.id} sides={sides} suggestion={suggestion} />}
    </FourStates>
  )
}

function OneSides({ sides, suggestion }: { readonly sides: Sides; readonly suggestion: SidesSuggestion }) {
  const pages = useRef<PagesHandle>(null)
  const [names, setNames] = useState(() => sides.recipients.join('\n'))
  const { value, edit, flush, state, settled } = useKeptSides(sides)
  const recipients = namesIn(names)
  const change = (part: Partial<Edited>) => edit({ ...value, recipients: [...recipients], ...part })
  return (
    <>
      <PageHeader
        before={<Tooltip label={`Back to ${sides.roleName}`}><ActionIcon component="a" href={`#/production/${sides.productionId}/roles/${sides.roleId}`} aria-label={`Back to ${sides.roleName}`}><IconArrowLeft size={16} aria-hidden /></ActionIcon></Tooltip>}
        title={`Sides for ${sides.roleName}`}
        sub={`${sides.draft.name}, ${sides.draft.words}`}
      >
        <SaveMark state={state} />
        <Button component="a" variant="default" href={`#/production/${sides.productionId}/roles/sides`} leftSection={<IconStack2 size={14} aria-hidden />}>All sides</Button>
        <MoreActions sides={sides} />
      </PageHeader>
      {sides.stale && <StaleStrip sides={sides} />}
      <div className={classes.panes}>
        <ScenesList
          scenes={suggestion.scenes}
          chosen={value.scenes}
          context={value.context}
          onChoose={scenes => change({ scenes: [...scenes] })}
          onContext={context => change({ context })}
          onLook={scene => pages.current?.show(scene)}
        />
        <Preview ref={pages} sides={sides} value={value} recipient={recipients[0] ?? null} />
        <CopiesPane
          sides={sides}
          title={value.title}
          note={value.note}
          names={names}
          nothingChosen={value.scenes.length === 0}
          onTitle={title => change({ title })}
          onNote={note => change({ note })}
          onNames={text => { setNames(text); change({ recipients: [...namesIn(text)] }) }}
          onLeave={flush}
          settled={settled}
        />
      </div>
    </>
  )
}

/** Sides that save themselves; `settled` waits until everything is kept, since what is printed is what the office keeps. */
function useKeptSides(sides: Sides) {
  const office = useOffice()
  const changed = useChanged()
  const saving = useRef<Promise<unknown> | null>(null)
  const kept = useMemo<Edited>(() => sides, [sides])
  const autosave = useAutosave<Edited>(kept, ({ scenes, context, title, note, recipients }) => {
    const saved = office.sides.update({ id: sides.id, change: { scenes, context, title, note, recipients } }).then(() => changed('sides'))
    saving.current = saved
    return saved
  })
  const { flush } = autosave
  const settled = async () => {
    flush()
    for (let last: Promise<unknown> | null = null; last !== saving.current;) {
      last = saving.current
      await last
    }
  }
  return { ...autosave, settled }
}

interface PreviewProps {
  readonly ref: React.Ref<PagesHandle>
  readonly sides: Sides
  readonly value: Edited
  readonly recipient: string | null
}

/** The pages as they would be printed now, for the first name of the box. */
function Preview({ ref, sides: { roleId, scriptId }, value: { scenes, context, title, note }, recipient }: PreviewProps) {
  const cut = { roleId, scriptId, scenes, context, title, note }
  const answer = useAnswer((office, signal) => office.sides.preview({ cut, recipient }, { signal }), [JSON.stringify(cut), recipient], { keep: true })
  return (
    <section className={classes.preview} aria-label="Preview">
      <FourStates
        answer={answer}
        what="the pages"
        isEmpty={paper => paper.pages.length === 0 || scenes.length === 0}
        empty={<EmptyState icon={<IconFileText size={24} />} sentence="Tick a scene, and its pages show here." />}
      >
        {paper => (
          <>
            <p className={classes.count} role="status">{countWords(paper.pages.length, 'page')}{whose(paper)}</p>
            <SidesPages ref={ref} paper={paper} />
          </>
        )}
      </FourStates>
    </section>
  )
}

const whose = ({ watermark }: SidesPaper): string => (watermark ? `, as ${watermark.lines[0]?.text ?? ''} gets them` : ', no name across them')

/** Says that there is a newer draft, and offers to begin anew from it; what is here stays. */
function StaleStrip({ sides }: { readonly sides: Sides }) {
  const { busy, make } = useMakeSides({ id: sides.roleId })
  return (
    <div className={classes.stale} role="note">
      <IconAlertTriangle size={16} className={classes.eye} aria-hidden />
      <span>These are cut from a draft that is not the newest of this production any more. They print as they were.</span>
      <Button variant="default" loading={busy} onClick={() => void make()}>Make new ones from the newest</Button>
    </div>
  )
}

function MoreActions({ sides }: { readonly sides: Sides }) {
  const office = useOffice()
  const changed = useChanged()
  const remove = async () => {
    try {
      await office.sides.remove({ id: sides.id })
      goTo(`/production/${sides.productionId}/roles/${sides.roleId}`, { replace: true })
      changed('sides')
      offerUndo(`The sides for ${sides.roleName} were put away.`, async () => {
        await office.sides.restore({ id: sides.id })
        changed('sides')
      })
    } catch (error) {
      sayFailure(error)
    }
  }
  const copy = async () => {
    try {
      const { roleId, scriptId, scenes, context, title, note } = sides
      const made = await office.sides.create({ roleId, scriptId, cut: { scenes, context, title: `${title.trim() || 'Sides'} (copy)`.slice(0, 120), note } })
      changed('sides')
      goTo(placeOf(made))
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target><ActionIcon aria-label="More for these sides"><IconDots size={16} aria-hidden /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconStack2 size={14} aria-hidden />} onClick={() => void copy()}>Copy them without names</Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => void remove()}>Put these sides away</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
