import type { Cast } from '../../src-preload/contract/ensemble.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { Avatar } from '../look/Avatar.tsx'
import { countWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import { castName, feeWords } from './ensembleWords.ts'
import classes from './SideBySide.module.css'

/** The best cast and its alternatives in columns; who differs from the best is marked, who does not stands back. */
export function SideBySide({ casts, onOpen }: { readonly casts: readonly Cast[]; readonly onOpen: (id: TalentId) => void }) {
  const { settings: { locale } } = useSettings()
  const [best] = casts
  if (!best) return null
  const figures: readonly (readonly [string, (cast: Cast) => string])[] = [
    ['Mean fit', ({ fit }) => fit.toFixed(1)],
    ['Chemistry', ({ chemistry }) => (chemistry === null ? 'Not counted' : `${chemistry.toFixed(1)} of 5`)],
    ['Fees', cast => feeWords(cast, locale)],
    ['Proof', ({ proven, gap }) => (proven ? 'Proven' : `Up to ${(gap * 100).toFixed(1)} % better`)],
  ]
  return (
    <table className={classes.table}>
      <thead>
        <tr><th scope="col">Role</th>{casts.map((cast, at) => <th key={at} scope="col">{castName(at)}{at > 0 && <span className={classes.sub}>{countWords(cast.differs, 'role')} otherwise</span>}</th>)}</tr>
      </thead>
      <tbody>
        {best.roles.map(({ roleId, roleName, talentId }, row) => (
          <tr key={roleId}>
            <th scope="row">{roleName}</th>
            {casts.map((cast, at) => {
              const role = cast.roles[row]
              const differs = at > 0 && role?.talentId !== talentId
              return (
                <td key={at} data-differs={at === 0 ? undefined : differs}>
                  {role && (
                    <button type="button" className={classes.who} onClick={() => onOpen(role.talentId)}>
                      <Avatar name={role.talentName} picture={role.picture} size={24} />
                      <span>{role.talentName}</span>
                      <span className={classes.fit}>{role.fit}<span className="visually-hidden"> of 100{differs ? ', differs from the best cast' : ''}</span></span>
                    </button>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        {figures.map(([name, of]) => <tr key={name}><th scope="row">{name}</th>{casts.map((cast, at) => <td key={at}>{of(cast)}</td>)}</tr>)}
      </tfoot>
    </table>
  )
}
