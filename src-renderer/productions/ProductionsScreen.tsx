import { Button } from '@mantine/core'
import { IconMovie, IconPlayerPlay, IconPlus } from '@tabler/icons-react'
import { useSearchParams } from 'wouter'
import type { Production } from '../../src-preload/contract/productions.ts'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { countWords, kindWords, spanWords } from '../look/words.ts'
import { initialsOf } from '../look/Avatar.tsx'
import { ScriptButton } from '../window/ScriptButton.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { useShelf } from '../window/shelf.tsx'
import { NewProduction } from './NewProduction.tsx'
import { ProductionDrawer } from './ProductionDrawer.tsx'
import classes from './ProductionsScreen.module.css'
import { useOpenDemo } from './useOpenDemo.ts'

/** The shelf: every production with what is in it; begin one, open one, change what is said of it. `?new=1` begins, `?edit=ID` changes. */
export function ProductionsScreen() {
  const { productions } = useShelf()
  const openDemo = useOpenDemo()
  const [search, setSearch] = useSearchParams()
  const edited = productions.data?.find(production => production.id === search.get('edit')) ?? null
  const begin = () => setSearch({ new: '1' })
  const close = () => setSearch({})
  return (
    <>
      <PageHeader title="Productions" sub={productions.data?.length ? countWords(productions.data.length, 'production') : undefined}>
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={begin}>New production</Button>
      </PageHeader>
      <div className={classes.body}>
        <FourStates
          answer={productions}
          what="the productions"
          isEmpty={list => list.length === 0}
          empty={
            <EmptyState icon={<IconMovie size={24} />} sentence="Drop a script anywhere in this window and its production begins." hint="CastMatch reads PDF, Final Draft, Word, Fountain and plain text, finds the roles, and lays your own talent beside each of them. Nothing leaves this laptop.">
              <ScriptButton variant="filled">Choose a script</ScriptButton>
              <Button variant="default" leftSection={<IconPlayerPlay size={14} aria-hidden />} onClick={() => void openDemo()}>Open the demo</Button>
            </EmptyState>
          }
        >
          {list => <ProductionList list={list} onEdit={production => setSearch({ edit: production.id })} />}
        </FourStates>
      </div>
      <NewProduction opened={search.get('new') !== null} onClose={close} />
      <ProductionDrawer production={edited} onClose={close} />
    </>
  )
}

function ProductionList({ list, onEdit }: { readonly list: readonly Production[]; readonly onEdit: (production: Production) => void }) {
  const { settings } = useSettings()
  return (
    <>
      <ul className={classes.list}>
        {list.map(production => (
          <li key={production.id} className={classes.item}>
            <a className={classes.open} href={`#/production/${production.id}/script`}>
              <span className={classes.mark} aria-hidden>{initialsOf(production.title)}</span>
              <span className={classes.words}>
                <span className={classes.title}>{production.title}</span>
                <span className={classes.brief}>{production.brief || <span className={classes.none}>No brief yet</span>}</span>
              </span>
            </a>
            <span className={classes.fact}>{kindWords[production.kind]}</span>
            <a className={classes.fact} href={`#/production/${production.id}/script`}>{countWords(production.scripts, 'script')}</a>
            <a className={classes.fact} href={`#/production/${production.id}/roles`}>{countWords(production.roles, 'role')}</a>
            <span className={classes.shoot}>
              {production.shoot ? spanWords(production.shoot, settings.locale) : <span className={classes.none}>Shoot not dated</span>}
              {!production.suggestions && <span className={classes.off}>Suggestions off</span>}
            </span>
            <Button variant="default" onClick={() => onEdit(production)} aria-label={`Edit ${production.title}`}>Edit</Button>
          </li>
        ))}
      </ul>
      <p className={classes.hint}>A script dropped here begins a new production; dropped inside a production it joins that one.</p>
    </>
  )
}
