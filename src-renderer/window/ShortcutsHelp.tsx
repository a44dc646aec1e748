import { Modal } from '@mantine/core'
import classes from './ShortcutsHelp.module.css'

const groups: readonly { readonly name: string; readonly keys: readonly (readonly [keys: string, does: string])[] }[] = [
  { name: 'Everywhere', keys: [['Ctrl K', 'Find any role, person, scene, production or action'], ['?', 'This list'], ['g s', 'Script'], ['g r', 'Roles'], ['g t', 'Talent'], ['g a', 'Auditions'], ['g c', 'Chat'], ['Ctrl J', 'Chat beside this screen, and back'], ['g m', 'Memory'], ['g ,', 'Settings'], ['Esc', 'Close what is open']] },
  { name: 'Script', keys: [['j', 'Next scene'], ['k', 'Previous scene'], ['/', 'Search in the text'], ['Enter', 'Next place found'], ['Shift Enter', 'Place found before']] },
  { name: 'Check the reading', keys: [['h a c d p t n', 'Say what the chosen line is'], ['Del', 'Take it back'], ['PageDown', 'Next page'], ['PageUp', 'Page before']] },
  { name: 'Chat', keys: [['Enter', 'Ask'], ['Shift Enter', 'A new line'], ['↑', 'The last question in other words, from an empty box'], ['Esc', 'Stop the answer']] },
  { name: 'Roles', keys: [['j', 'Next role'], ['k', 'Previous role'], ['Enter', 'Open it']] },
  { name: 'Talent', keys: [['/', 'Say whom you look for'], ['↓', 'From there into the table, and down'], ['Enter', 'Open the card'], ['n', 'Add a person by hand'], ['Esc', 'Close the card']] },
  { name: 'Ensemble', keys: [['c', 'Cast it'], ['j', 'Next person'], ['k', 'Person before'], ['l', 'Lock, or unlock'], ['Enter', 'Open the card']] },
  { name: 'Auditions', keys: [['n', 'New session'], ['j', 'Next session'], ['k', 'Session before']] },
  { name: 'Memory', keys: [['/', 'Search the memories'], ['n', 'Remember something'], ['Esc', 'Close the memory']] },
  { name: 'Twice in the book', keys: [['j', 'Next pair'], ['k', 'Pair before'], ['m', 'Merge'], ['n', 'Not the same person'], ['z', 'Take the last one back']] },
  { name: 'Sides', keys: [['j', 'Next scene'], ['k', 'Previous scene'], ['Space', 'Tick it']] },
]

/** The list of shortcuts, opened by "?". */
export function ShortcutsHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Shortcuts" size="lg">
      <div className={classes.groups}>
        {groups.map(group => (
          <section key={group.name}>
            <h2 className={classes.name}>{group.name}</h2>
            <dl className={classes.list}>
              {group.keys.map(([keys, does]) => (
                <div key={keys} className={classes.line}>
                  <dt>{keys.split(' ').map(key => <kbd key={key} className="kbd">{key}</kbd>)}</dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
