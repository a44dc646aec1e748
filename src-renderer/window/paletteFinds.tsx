import { IconAddressBook, IconFileText, IconHeartHandshake, IconHelp, IconMasksTheater, IconMessageCircle, IconMoon, IconMovie, IconPlayerPlay, IconPlus, IconSettings, IconTable, IconUser, IconUsersGroup } from '@tabler/icons-react'
import { useDebouncedValue } from '@mantine/hooks'
import type { ReactNode } from 'react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Scene } from '../../src-preload/contract/scripts.ts'
import { useAnswer } from '../connection/useAnswer.ts'
import { fold } from '../look/fold.ts'
import { ensemblePlace } from '../ensemble/ensembleRuns.tsx'
import { goTo } from '../look/hashPlace.ts'
import { countWords, kindWords, rangeWords, sizeWords } from '../look/words.ts'
import { pairsPlace, runningOrderPlace, trackRecordPlace } from '../pairs/pairPlaces.ts'
import { useOpenDemo } from '../productions/useOpenDemo.ts'
import { useSettings } from './settingsStore.tsx'
import { useShelf } from './shelf.tsx'

/** Something the palette can open. */
export interface Find {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly icon: ReactNode
  readonly open: () => void
}

/** Finds of one kind, in the order they are shown. */
export interface FindGroup {
  readonly label: string
  readonly finds: readonly Find[]
}

const size = 18

/** What the palette shows for a query: actions and roles at first, then whatever is called so. */
export function usePaletteFinds(query: string, onHelp: () => void): readonly FindGroup[] {
  const asked = query.trim()
  const folded = fold(asked)
  const called = (...names: readonly (string | null)[]) => folded === '' || names.some(name => name !== null && fold(name).includes(folded))
  return [
    { label: 'Roles', finds: useRoleFinds().filter(find => called(find.label)).slice(0, folded ? 8 : 5) },
    { label: 'People', finds: usePeopleFinds(asked) },
    { label: 'Scenes', finds: useSceneFinds().filter(find => folded !== '' && called(find.label)).slice(0, 8) },
    { label: 'Productions', finds: useProductionFinds().filter(find => called(find.label)).slice(0, 5) },
    { label: 'Actions', finds: useActionFinds(onHelp).filter(find => called(find.label, find.detail ?? null)) },
  ]
}

function useRoleFinds(): Find[] {
  const { current, roles } = useShelf()
  if (current === null) return []
  return (roles.data ?? []).map(role => ({
    id: role.id,
    label: role.name,
    detail: [sizeWords[role.size], role.playingRange ? `plays ${rangeWords(role.playingRange)}` : '', countWords(role.scenes, 'scene')].filter(Boolean).join(', '),
    icon: <IconMasksTheater size={size} aria-hidden />,
    open: () => goTo(`/production/${current.id}/roles/${role.id}`),
  }))
}

function usePeopleFinds(typed: string): Find[] {
  const [text] = useDebouncedValue(typed, 120)
  const found = useAnswer(async (office, signal) => (text === '' ? [] : office.talent.named({ letters: text }, { signal })), [text], { keep: true })
  // Nobody stays in the list of an emptied box.
  const people = typed === '' ? [] : (found.data ?? [])
  return people.map(talent => ({
    id: talent.id,
    label: talent.name,
    detail: [talent.playingRange ? `plays ${rangeWords(talent.playingRange)}` : '', talent.city].filter(Boolean).join(', '),
    icon: <IconUser size={size} aria-hidden />,
    open: () => goTo(`/talent?id=${talent.id}`),
  }))
}

function useSceneFinds(): Find[] {
  const { current } = useShelf()
  const id = current?.id ?? null
  const read = useAnswer(
    async (office, signal) => {
      if (id === null) return []
      const list = await office.scripts.list({ productionId: id }, { signal })
      const scripts = await Promise.all(list.map(script => office.scripts.get({ id: script.id }, { signal })))
      return scripts.flatMap(script => script.scenes.map(scene => ({ scene, place: `/production/${id}/script/${script.id}?element=${scene.element}` })))
    },
    [id],
  )
  return (read.data ?? []).map(({ scene, place }) => ({
    id: place,
    label: sceneName(scene),
    detail: `page ${scene.page}`,
    icon: <IconFileText size={size} aria-hidden />,
    open: () => goTo(place),
  }))
}

const sceneName = (scene: Scene) => [scene.number, scene.heading].filter(Boolean).join('  ')

function useProductionFinds(): Find[] {
  const { productions } = useShelf()
  return (productions.data ?? []).map(production => ({
    id: production.id,
    label: production.title,
    detail: `${kindWords[production.kind]}, ${countWords(production.roles, 'role')}`,
    icon: <IconMovie size={size} aria-hidden />,
    open: () => goTo(`/production/${production.id}/script`),
  }))
}

const pairFinds = (id: ProductionId): readonly Find[] =>
  ([['pairs', 'Pairs', 'Which pairs of roles matter', pairsPlace(id)], ['order', 'Running order of chemistry reads', 'Mix and match', runningOrderPlace(id)], ['record', 'Track record of chemistry', 'Predicted against seen', trackRecordPlace(id)]] as const)
    .map(([key, label, detail, place]) => ({ id: key, label, detail, icon: <IconHeartHandshake size={size} aria-hidden />, open: () => goTo(place) }))

function useActionFinds(onHelp: () => void): Find[] {
  const openDemo = useOpenDemo()
  const { settings, change } = useSettings()
  const { current } = useShelf()
  const dark = settings.theme === 'dark'
  return [
    { id: 'new', label: 'New production', icon: <IconPlus size={size} aria-hidden />, open: () => goTo('/?new=1') },
    { id: 'talent', label: 'Talent book', icon: <IconAddressBook size={size} aria-hidden />, open: () => goTo('/talent') },
    ...(current ? pairFinds(current.id) : []),
    ...(current ? [{ id: 'ensemble', label: 'Ensemble', detail: `The best cast of ${current.title}`, icon: <IconUsersGroup size={size} aria-hidden />, open: () => goTo(ensemblePlace(current.id)) }] : []),
    { id: 'chat', label: 'Chat', detail: 'Ask about people, roles and scenes', icon: <IconMessageCircle size={size} aria-hidden />, open: () => goTo('/chat') },
    { id: 'profiles', label: 'Add people from a message, résumés or contacts', detail: 'WhatsApp, PDF, VCF', icon: <IconTable size={size} aria-hidden />, open: () => goTo('/talent/profiles') },
    { id: 'sheet', label: 'Import a talent sheet', detail: 'CSV', icon: <IconTable size={size} aria-hidden />, open: () => goTo('/talent/import') },
    { id: 'demo', label: 'Open the demo', detail: 'A short script and fictional talent', icon: <IconPlayerPlay size={size} aria-hidden />, open: () => void openDemo() },
    { id: 'theme', label: dark ? 'Light theme' : 'Dark theme', icon: <IconMoon size={size} aria-hidden />, open: () => void change({ theme: dark ? 'light' : 'dark' }) },
    { id: 'settings', label: 'Settings', icon: <IconSettings size={size} aria-hidden />, open: () => goTo('/settings') },
    { id: 'help', label: 'Shortcuts', icon: <IconHelp size={size} aria-hidden />, open: onHelp },
  ]
}
