import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { EvidenceLine } from './EvidenceLine.tsx'
import { FactorBars } from './FactorBars.tsx'
import classes from './WhyNotDialog.module.css'

interface WhyNotProps {
  readonly roleId: RoleId
  readonly productionId: ProductionId
  readonly onOpen: (id: TalentId) => void
}

/** Why somebody, looked up by name, does not stand at the top for the role. */
export function WhyNotButton(asked: WhyNotProps) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>Why not…</Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title="Why not" size={560}>{opened && <ByName {...asked} onOpen={id => { setOpened(false); asked.onOpen(id) }} />}</Modal>
    </>
  )
}

function ByName(asked: WhyNotProps) {
  const [letters, setLetters] = useState('')
  const [chosen, setChosen] = useState<TalentId | null>(null)
  const named = useFreshAnswer(['talent'], async (office, signal) => (letters.trim() === '' ? [] : office.talent.named({ letters, limit: 6 }, { signal })), [letters])
  return (
    <div className={classes.panel}>
      <TextInput data-autofocus label="Who" placeholder="Begin with the name" value={letters} maxLength={200} onChange={event => { setLetters(event.currentTarget.value); setChosen(null) }} />
      {chosen === null
        ? <ul className={classes.names}>{(named.data ?? []).map(one => <li key={one.id}><Button variant="subtle" size="compact-sm" onClick={() => setChosen(one.id)}>{one.name}</Button></li>)}</ul>
        : <Answer key={chosen} {...asked} talentId={chosen} />}
    </div>
  )
}

function Answer({ roleId, productionId, talentId, onOpen }: WhyNotProps & { readonly talentId: TalentId }) {
  const why = useFreshAnswer(['talent', 'roles', 'productions'], (office, signal) => office.matching.whyNot({ roleId, talentId }, { signal }), [roleId, talentId])
  return (
    <FourStates answer={why} what="the answer">
      {found => (found === null ? <p>Suggestions are off for this role.</p> : (
        <div className={classes.answer} role="status">
          <p><button type="button" className={classes.name} onClick={() => onOpen(talentId)}>{found.candidate.talent.name}</button>: {found.text}.</p>
          <FactorBars bars={found.candidate.factors} />
          {found.candidate.order.length > 0 && <ul>{found.candidate.order.map(({ text }) => <li key={text}>{text}</li>)}</ul>}
          {found.candidate.gaps.length > 0 && <ul>{found.candidate.gaps.map(gap => <li key={gap.text}><EvidenceLine said={gap} productionId={productionId} roleId={roleId} /></li>)}</ul>}
        </div>
      ))}
    </FourStates>
  )
}
