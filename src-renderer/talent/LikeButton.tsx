import { ActionIcon, Tooltip } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { goTo } from '../look/hashPlace.ts'
import { talentPlace } from './talentAddress.ts'

/** Finds people like the one whose card is open; the box then takes what is to be different. */
export function LikeButton({ id, name }: { readonly id: TalentId; readonly name: string }) {
  return (
    <Tooltip label="Find people like this one">
      <ActionIcon aria-label={`Find people like ${name}`} onClick={() => goTo(talentPlace({ text: '', without: [], filters: {}, sort: 'best', id: null, like: id }))}><IconUsers size={16} aria-hidden /></ActionIcon>
    </Tooltip>
  )
}
