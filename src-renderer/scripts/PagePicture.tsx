import { Modal } from '@mantine/core'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { FailedState } from '../look/FourStates.tsx'
import { usePagePicture } from '../repair/usePagePicture.ts'
import classes from './PagePicture.module.css'

interface PagePictureProps {
  readonly scriptId: ScriptId
  /** Null shows none. */
  readonly page: number | null
  readonly onClose: () => void
}

/** A page as it is printed, over the script. */
export function PagePicture({ scriptId, page, onClose }: PagePictureProps) {
  const { address, state, failure, again } = usePagePicture(scriptId, page ?? 1, page !== null)
  return (
    <Modal opened={page !== null} onClose={onClose} title={`Page ${page ?? ''}`} size={860}>
      <div className={classes.sheet}>
        {address && <img className={classes.picture} src={address} alt={`Page ${page ?? ''} as it is printed`} />}
        {state === 'failed' && failure && <FailedState failure={failure} again={again} slim />}
      </div>
    </Modal>
  )
}
