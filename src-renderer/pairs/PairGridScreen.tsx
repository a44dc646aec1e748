import { ActionIcon, Button, Select, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconArrowsExchange, IconUsers } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useSearch } from 'wouter'
import type { PairGrid, PairToTest } from '../../src-preload/contract/pairs.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { MadeMark } from '../look/MadeMark.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { countWords } from '../look/words.ts'
import { TalentDrawer } from '../talent/TalentDrawer.tsx'
import { ChemistryOff } from './ChemistryOff.tsx'
import { usePairDesk, wishKey, wishOf } from './pairDesk.ts'
import { PairGridLegend, PairGridTable } from './PairGridTable.tsx'
import classes from './PairGridScreen.module.css'
import { PairPane } from './PairPane.tsx'
import { pairGridPlace, pairsPlace, runningOrderPlace } from './pairPlaces.ts'

const sizes = ['12', '24', '40'] as const

interface PairGridScreenProps {
  readonly productionId: ProductionId
  readonly roleIds: readonly [RoleId, RoleId]
}

/** The candidates of two roles against each other, and beside them the two who are chosen: what is expected of them, and from what. */
export function PairGridScreen({ productionId, roleIds: [one, other] }: PairGridScreenProps) {
  const [size, setSize] = useState<(typeof sizes)[number]>('12')
  const [opened, setOpened] = useState<TalentId | null>(null)
  const search = new URLSearchParams(useSearch())
  const chosen = [search.get('a'), search.get('b')] as [TalentId | null, TalentId | null]
  const answer = useFreshAnswer(
    ['pairs', 'roles', 'talent', 'casting', 'productions'],
    (office, signal) => office.pairs.grid({ roleIds: [one, other], limit: Number(size) }, { signal }),
    [one, other, size], { keep: true },
  )
  const toTest = useFreshAnswer(['toTest', 'roles', 'talent'], (office, signal) => office.pairs.toTest({ productionId }, { signal }), [productionId])
  const [first, second] = answer.data?.roles ?? []
  return (
    <>
      <PageHeader
        before={<Tooltip label="All pairs"><ActionIcon component="a" href={`#${pairsPlace(productionId)}`} aria-label="All pairs"><IconArrowLeft size={16} aria-hidden /></ActionIcon></Tooltip>}
        title={first && second ? `${first.name} and ${second.name}` : 'A pair of roles'}
        sub={answer.data && answer.data.rows.length > 0 ? `${countWords(answer.data.rows.length, 'person', 'people')} against ${answer.data.columns.length}` : undefined}
      >
        {answer.data?.suggestions && <FromWhat />}
        <Tooltip label="Rows to columns"><ActionIcon aria-label="Rows to columns" onClick={() => goTo(pairGridPlace(productionId, [other, one], chosen[0] && chosen[1] ? [chosen[1], chosen[0]] : undefined), { replace: true })}><IconArrowsExchange size={16} aria-hidden /></ActionIcon></Tooltip>
        <Select aria-label="People of each role" w={112} allowDeselect={false} value={size} data={sizes.map(value => ({ value, label: `${value} of each` }))} onChange={value => setSize(sizes.find(known => known === value) ?? '12')} />
        <Button component="a" variant="default" href={`#${runningOrderPlace(productionId)}`}>Running order{toTest.data && toTest.data.length > 0 ? `, ${toTest.data.length}` : ''}</Button>
      </PageHeader>
      <FourStates answer={answer} what="the grid" isEmpty={grid => grid.suggestions && (grid.rows.length === 0 || grid.columns.length === 0)} empty={<NobodyHere />}>
        {grid => (grid.suggestions ? <Panes grid={grid} productionId={productionId} chosen={chosen} toTest={toTest.data ?? none} onOpen={setOpened} /> : <ChemistryOff />)}
      </FourStates>
      <TalentDrawer id={opened} onClose={() => setOpened(null)} />
    </>
  )
}

const none: readonly PairToTest[] = []

interface PanesProps {
  readonly grid: PairGrid
  readonly productionId: ProductionId
  readonly chosen: readonly [TalentId | null, TalentId | null]
  readonly toTest: readonly PairToTest[]
  readonly onOpen: (id: TalentId) => void
}

function Panes({ grid, productionId, chosen: [a, b], toTest, onOpen }: PanesProps) {
  const desk = usePairDesk()
  const roleIds = useMemo(() => [grid.roles[0].id, grid.roles[1].id] as const, [grid.roles])
  const marked = useMemo(() => new Set(toTest.map(pair => wishKey(wishOf(pair)))), [toTest])
  const choose = (talentIds: readonly [TalentId, TalentId]) => goTo(pairGridPlace(productionId, roleIds, talentIds), { replace: true })
  const mark = (talentIds: readonly [TalentId, TalentId]) => void desk.setToTest({ roleIds, talentIds }, !marked.has(wishKey({ roleIds, talentIds })))
  return (
    <div className={classes.panes}>
      <div className={classes.left}>
        <PairGridTable grid={grid} chosen={a && b ? [a, b] : null} marked={marked} onChoose={choose} onMark={mark} />
        <PairGridLegend />
      </div>
      {a && b
        ? <PairPane wish={{ roleIds, talentIds: [a, b] }} desk={desk} isMarked={marked.has(wishKey({ roleIds, talentIds: [a, b] }))} onOpen={onOpen} />
        : <section className={classes.hint} aria-label="The two"><p>Choose a cell to see what is expected of the two, from what, and to record what you saw.</p></section>}
    </div>
  )
}

function NobodyHere() {
  return (
    <EmptyState icon={<IconUsers size={24} />} sentence="Nobody in the book could stand here." hint="Import a talent sheet, put people on the lists of these roles, or lift one of their musts.">
      <Button onClick={() => goTo('/talent/import')}>Import a talent sheet</Button>
    </EmptyState>
  )
}

function FromWhat() {
  return (
    <MadeMark label="Predicted by CastMatch">
      <p>Each cell is what the next chemistry read of the two may be rated, 1 to 5, and how far it may lie off: nine of ten reads are to lie in the line.</p>
      <p>It is made on this laptop from credits, ages, height, languages, training, your notes and ratings, and the reads you recorded. No face, no voice and no picture is looked at. It is a hypothesis to test, and it stops nobody.</p>
    </MadeMark>
  )
}
