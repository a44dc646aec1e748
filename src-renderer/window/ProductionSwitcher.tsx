import { Menu } from '@mantine/core'
import { IconCheck, IconLayoutList, IconSelector } from '@tabler/icons-react'
import { goTo } from '../look/hashPlace.ts'
import { countWords, kindWords } from '../look/words.ts'
import { initialsOf } from '../look/Avatar.tsx'
import classes from './ProductionSwitcher.module.css'
import { useShelf } from './shelf.tsx'

/** Which production is open, and the way to the others. */
export function ProductionSwitcher({ folded }: { readonly folded: boolean }) {
  const { productions, current } = useShelf()
  const list = productions.data ?? []
  if (list.length === 0) {
    return (
      <a className={classes.switcher} href="#/" aria-label={folded ? 'Productions' : undefined}>
        <span className={classes.mark} aria-hidden>CM</span>
        {!folded && <span className={classes.words}><span className={classes.title}>CastMatch</span><span className={classes.sub}>No production yet</span></span>}
      </a>
    )
  }
  return (
    <Menu width={272}>
      <Menu.Target>
        <button type="button" className={classes.switcher} aria-label={folded ? (current ? `${current.title}. Choose a production` : 'Choose a production') : undefined}>
          <span className={classes.mark} aria-hidden>{current ? initialsOf(current.title) : 'CM'}</span>
          {!folded && (
            <>
              <span className={classes.words}>
                {current && <span className="visually-hidden">Production</span>}
                <span className={classes.title}>{current?.title ?? 'Productions'}</span>
                <span className={classes.sub}>{current ? kindWords[current.kind] : 'None is open'}</span>
              </span>
              <IconSelector size={16} aria-hidden className={classes.arrows} />
            </>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
        {list.map(production => (
          <Menu.Item
            key={production.id}
            onClick={() => goTo(`/production/${production.id}/script`)}
            rightSection={production.id === current?.id ? <IconCheck size={14} aria-label="open now" /> : null}
          >
            <span className={classes.item}>{production.title}</span>
            <span className={classes.sub}>{kindWords[production.kind]}, {countWords(production.roles, 'role')}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLayoutList size={14} aria-hidden />} onClick={() => goTo('/')}>All productions</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
