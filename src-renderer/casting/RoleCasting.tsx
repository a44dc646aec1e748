import { useState } from 'react'
import type { CastingEntry } from '../../src-preload/contract/casting.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { Candidates } from '../roles/Candidates.tsx'
import type { RoleDesk } from '../roles/roleDesk.ts'
import { TalentDrawer } from '../talent/TalentDrawer.tsx'
import { useCastingDesk } from './castingDesk.ts'
import classes from './RoleCasting.module.css'
import { RoleLists } from './RoleLists.tsx'

const nobody: readonly CastingEntry[] = []

/** Who it could be: the lists of the role, under them who could play it, and the card of whoever is opened. */
export function RoleCasting({ desk }: { readonly desk: RoleDesk }) {
  const answer = useFreshAnswer(['casting', 'talent', 'roles'], (office, signal) => office.casting.list({ roleId: desk.role.id }, { signal }), [desk.role.id])
  const [opened, setOpened] = useState<TalentId | null>(null)
  const casting = useCastingDesk(desk.role, answer.data ?? nobody)
  return (
    <div className={classes.pane}>
      <RoleLists desk={casting} answer={answer} onOpen={setOpened} />
      <Candidates desk={desk} casting={casting} onOpen={setOpened} />
      <TalentDrawer id={opened} onClose={() => setOpened(null)} />
    </div>
  )
}
