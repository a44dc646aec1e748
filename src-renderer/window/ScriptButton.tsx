import { Button, FileButton, type ButtonVariant } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { scriptAccept } from './droppedKind.ts'
import { useTakeFiles } from './useTakeFiles.ts'

/** A button that chooses a script from the disk: the same as dropping it. */
export function ScriptButton({ children, variant = 'default' }: { readonly children: ReactNode; readonly variant?: ButtonVariant }) {
  const { take } = useTakeFiles()
  return (
    <FileButton accept={scriptAccept} onChange={file => file && take([file])}>
      {props => <Button variant={variant} leftSection={<IconFileText size={14} aria-hidden />} {...props}>{children}</Button>}
    </FileButton>
  )
}
