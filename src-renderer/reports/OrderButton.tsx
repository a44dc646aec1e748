import { Button, FileButton, type ButtonVariant } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { sheetAccept } from '../window/droppedKind.ts'
import { useTakeOrder } from './useTakeOrder.ts'

/** A button that chooses a shooting order from the disk: the same as dropping it on the days. */
export function OrderButton({ scriptId, children, variant = 'default' }: { readonly scriptId: ScriptId; readonly children: ReactNode; readonly variant?: ButtonVariant }) {
  const take = useTakeOrder()
  return (
    <FileButton accept={sheetAccept} onChange={file => file && void take(scriptId, file)} inputProps={{ 'aria-label': 'Shooting order' }}>
      {props => <Button variant={variant} leftSection={<IconTable size={14} aria-hidden />} {...props}>{children}</Button>}
    </FileButton>
  )
}
