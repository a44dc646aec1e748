import { Button } from '@mantine/core'
import { useState } from 'react'
import type { FactChange, RoleImpact } from '../../src-preload/contract/drafts.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { Chip } from '../look/Chip.tsx'
import { countWords, proposalWords } from '../look/words.ts'
import { CitationLink } from '../roles/CitationLink.tsx'
import { figureWords, groupOf, listed, roleTitle } from './impactWords.ts'
import classes from './RoleCard.module.css'

interface RoleCardProps {
  readonly productionId: ProductionId
  readonly role: RoleImpact
  readonly isChosen: boolean
  readonly onScenes: (role: RoleId | null) => void
  readonly onSame: (role: RoleImpact, into: RoleId) => Promise<void>
  readonly onApart: (role: RoleImpact) => Promise<void>
}

const markWords: Readonly<Record<RoleImpact['marks'][number], string>> = { aged: 'Aged', grown: 'Grown', shrunk: 'Shrunk', resized: 'Another size', asks: 'Newly asked', drops: 'No longer asked' }

/** What became of one role: figures before and after, what its lines say otherwise, the evidence, and what she may say to it. */
export function RoleCard({ productionId, role, isChosen, onScenes, onSame, onApart }: RoleCardProps) {
  const id = (role.new[0] ?? role.old[0])?.id
  if (id === undefined) return null
  const title = roleTitle(role)
  const isAlone = role.old.length + role.new.length === 1 || (role.kind === 'kept' && role.new.length === 1)
  const marks = role.marks.map(mark => markWords[mark]).filter(word => word !== groupOf(role))
  const figures = figureWords(role.before, role.after)
  return (
    <li className={classes.card} data-chosen={isChosen}>
      <div className={classes.head}>
        <h3 className={classes.name}>{isAlone ? <a href={`#/production/${productionId}/roles/${id}`}>{title}</a> : title}</h3>
        {marks.length > 0 && <span className={classes.marks}>{marks.map(word => <Chip key={word}>{word}</Chip>)}</span>}
      </div>
      <p className={classes.figures}>{figures.map(figure => <span key={figure} data-changed={figure.includes('→')}>{figure}</span>)}</p>
      {role.facts.map(fact => <Fact key={JSON.stringify([fact.before?.proposal, fact.after?.proposal])} fact={fact} productionId={productionId} roleId={id} />)}
      {role.evidence && <Evidence role={role} productionId={productionId} roleId={id} />}
      <div className={classes.actions}>
        {!role.decided && <Decisions role={role} title={title} onSame={onSame} onApart={onApart} />}
        {role.scenes.length > 0 && (
          <Button className={classes.scenes} variant="subtle" size="compact-xs" aria-pressed={isChosen} aria-label={`${countWords(role.scenes.length, 'scene')} changed for ${title}`} onClick={() => onScenes(isChosen ? null : id)}>
            {countWords(role.scenes.length, 'scene')} changed
          </Button>
        )}
      </div>
    </li>
  )
}

function Decisions({ role, title, onSame, onApart }: Pick<RoleCardProps, 'role' | 'onSame' | 'onApart'> & { readonly title: string }) {
  const [busy, setBusy] = useState(false)
  const run = (act: () => Promise<void>) => {
    setBusy(true)
    void act().finally(() => setBusy(false))
  }
  const gone = role.old.filter(({ id }) => !role.new.some(other => other.id === id))
  return (
    <>
      {role.new.map(({ id, name }) => (
        <Button key={id} variant="default" size="compact-xs" disabled={busy} onClick={() => run(() => onSame(role, id))} aria-label={`${role.new.length === 1 ? 'Same person – merge: ' : ''}${listed(gone.map(one => one.name))} is ${name}`}>
          {role.new.length === 1 ? 'Same person – merge' : `${listed(gone.map(one => one.name))} is ${name}`}
        </Button>
      ))}
      <Button variant="subtle" size="compact-xs" disabled={busy} onClick={() => run(() => onApart(role))} aria-label={`Not the same: ${title}`}>Not the same</Button>
    </>
  )
}

interface PartProps {
  readonly productionId: ProductionId
  readonly roleId: RoleId
}

/** A fact as the old and the new draft say it, each with its line. */
function Fact({ fact: { before, after }, productionId, roleId }: PartProps & { readonly fact: FactChange }) {
  const words = before && after ? `${proposalWords(before.proposal)} → ${proposalWords(after.proposal).replace(/^Plays /u, '')}` : after ? `Newly asked: ${proposalWords(after.proposal)}` : before ? `No longer asked: ${proposalWords(before.proposal)}` : ''
  return (
    <div className={classes.fact}>
      <p className={classes.said}>{words}</p>
      {before && <div className={classes.line}><span className={classes.side}>Old</span><CitationLink citation={before.citation} productionId={productionId} roleId={roleId} /></div>}
      {after && <div className={classes.line}><span className={classes.side}>New</span><CitationLink citation={after.citation} productionId={productionId} roleId={roleId} /></div>}
    </div>
  )
}

function Evidence({ role, productionId, roleId }: PartProps & { readonly role: RoleImpact }) {
  const [open, setOpen] = useState(false)
  const { evidence } = role
  if (!evidence) return null
  return (
    <div className={classes.fact}>
      <p className={classes.reason}>{evidence.reason}.</p>
      {evidence.lines.length > 0 && <Button className={classes.more} variant="subtle" size="compact-xs" aria-expanded={open} onClick={() => setOpen(shown => !shown)}>{open ? 'Hide the lines' : 'Show the lines'}</Button>}
      {open && evidence.lines.map(line => (
        <div key={`${line.old.element} ${line.new.element}`} className={classes.two}>
          <div className={classes.line}><span className={classes.side}>Old</span><CitationLink citation={line.old} productionId={productionId} roleId={role.old[0]?.id ?? roleId} /></div>
          <div className={classes.line}><span className={classes.side}>New</span><CitationLink citation={line.new} productionId={productionId} roleId={roleId} /></div>
        </div>
      ))}
    </div>
  )
}
