import type { OfficeClient } from '../connection/connectOffice.ts'

/** The battery as browsers tell it (W3C Battery Status), where they do. */
interface Battery extends EventTarget {
  readonly charging: boolean
  readonly level: number
}

/** Tells the office how the laptop is fed, at once and at every change, until `signal` is aborted; nothing where the browser cannot tell. */
export async function watchBattery(office: OfficeClient, signal: AbortSignal): Promise<void> {
  const asking = navigator as { readonly getBattery?: () => Promise<Battery> }
  const battery = await asking.getBattery?.().catch(() => undefined)
  if (!battery || signal.aborted) return
  const tell = () => void office.meaning.power({ power: { onBattery: !battery.charging, level: battery.level } }).catch(() => undefined)
  for (const change of ['chargingchange', 'levelchange']) battery.addEventListener(change, tell, { signal })
  tell()
}
