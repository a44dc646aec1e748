import { Drawer } from '@mantine/core'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { ActionCard } from './ActionCard.tsx'
import classes from './ActionsDrawer.module.css'

/** The log of what was asked to be changed in conversations: what, who asked, what came of it; what can be undone is undone here too. */
export function ActionsDrawer({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return <Drawer opened={opened} onClose={onClose} title="Actions" size={520}>{opened && <Actions />}</Drawer>
}

function Actions() {
  const { settings: { locale } } = useSettings()
  const log = useFreshAnswer(['chat'], (office, signal) => office.chat.actions({ limit: 200 }, { signal }), [])
  return (
    <FourStates answer={log} what="the actions" isEmpty={({ total }) => total === 0} empty={<p className={classes.none}>Nothing has been changed from a conversation yet. What is, stands here with who asked.</p>}>
      {({ actions }) => (
        <ol className={classes.list}>
          {actions.map(action => (
            <li key={action.id}>
              <a className={classes.when} href={`#/chat/${action.conversationId}?message=${action.messageId}`}><time dateTime={action.askedAt}>{new Date(action.askedAt).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })}</time></a>
              <ActionCard action={action} />
            </li>
          ))}
        </ol>
      )}
    </FourStates>
  )
}
