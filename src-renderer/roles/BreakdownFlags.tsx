import { ActionIcon, Button, Menu, Popover } from '@mantine/core'
import {
  IconBandage, IconBolt, IconConfetti, IconGlassFull, IconHeart, IconMicrophone, IconMoodKid, IconMoon, IconMotorbike, IconPaw, IconPlus, IconSmoking,
  IconSteeringWheel, IconSwimming, IconX, type Icon,
} from '@tabler/icons-react'
import { FlagWord, type FlagSaid, type RoleFlag } from '../../src-preload/contract/breakdowns.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { countWords } from '../look/words.ts'
import classes from './BreakdownFlags.module.css'
import { flagWords, standing } from './breakdownText.ts'
import { CitationLink } from './CitationLink.tsx'

const icons: Readonly<Record<FlagWord, Icon>> = {
  intimacy: IconHeart, stunt: IconBolt, minor: IconMoodKid, animals: IconPaw, smoking: IconSmoking, alcohol: IconGlassFull, singing: IconMicrophone,
  dancing: IconConfetti, swimming: IconSwimming, riding: IconMotorbike, driving: IconSteeringWheel, night: IconMoon, prosthetics: IconBandage,
}

interface BreakdownFlagsProps {
  readonly flags: readonly RoleFlag[]
  readonly productionId: ProductionId
  readonly roleId: RoleId
  readonly onSay: (flag: FlagWord, said: FlagSaid) => void
}

/** What must be settled with the actor, a chip each: a press shows the lines that say so, the cross clears it, the plus sets one by hand. */
export function BreakdownFlags({ flags, productionId, roleId, onSay }: BreakdownFlagsProps) {
  const shown = standing(flags)
  const cleared = new Set(flags.filter(({ said }) => said === 'cleared').map(({ flag }) => flag))
  const others = FlagWord.options.filter(flag => !shown.some(one => one.flag === flag))
  return (
    <ul className={classes.flags} aria-label="Flags">
      {shown.map(flag => <li key={flag.flag}><FlagChip flag={flag} productionId={productionId} roleId={roleId} onSay={onSay} /></li>)}
      {others.length > 0 && (
        <li>
          <Menu>
            <Menu.Target>
              {shown.length === 0
                ? <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />}>Add a flag</Button>
                : <ActionIcon size={24} aria-label="Add a flag"><IconPlus size={14} aria-hidden /></ActionIcon>}
            </Menu.Target>
            <Menu.Dropdown>
              {others.map(flag => {
                const Picture = icons[flag]
                return (
                  <Menu.Item key={flag} leftSection={<Picture size={14} aria-hidden />} onClick={() => onSay(flag, cleared.has(flag) ? 'asRead' : 'set')}>
                    {flagWords[flag]}{cleared.has(flag) && <span className={classes.hint}> read in the script, cleared by you</span>}
                  </Menu.Item>
                )
              })}
            </Menu.Dropdown>
          </Menu>
        </li>
      )}
    </ul>
  )
}

function FlagChip({ flag, productionId, roleId, onSay }: Omit<BreakdownFlagsProps, 'flags'> & { readonly flag: RoleFlag }) {
  const Picture = icons[flag.flag]
  const word = flagWords[flag.flag]
  const byHand = flag.citations.length === 0
  return (
    <span className={classes.chip}>
      <Popover width={360} position="bottom-start">
        <Popover.Target>
          <button type="button" className={classes.press}><Picture size={14} aria-hidden /> {word}{flag.places > 1 && <span className={classes.count}> {flag.places}</span>}</button>
        </Popover.Target>
        <Popover.Dropdown className={classes.lines}>
          {byHand && <p>Set by you. The script does not say it.</p>}
          {!byHand && <p>{flag.madeBy.by === 'claude' ? 'Claude read it' : 'Read by CastMatch'} in {countWords(flag.places, 'line')}{flag.places > flag.citations.length ? `; the first ${flag.citations.length}:` : ':'}</p>}
          {flag.citations.map(citation => <CitationLink key={`${citation.scriptId}${citation.element}`} citation={citation} productionId={productionId} roleId={roleId} />)}
        </Popover.Dropdown>
      </Popover>
      <button type="button" className={classes.remove} onClick={() => onSay(flag.flag, flag.said === 'set' && byHand ? 'asRead' : 'cleared')} aria-label={`Clear the flag ${word}`}>
        <IconX size={12} aria-hidden />
      </button>
    </span>
  )
}
