import { describe, expect, it, onTestFinished } from 'vitest'
import { startGoogle } from '../support/googleStandIn/startGoogle.ts'
import { googleOf } from './googleOf.ts'

const primary = 'casting@example.com'
const times = (from: string, to: string) => ({ start: { dateTime: `2026-12-03T${from}:00`, timeZone: 'Asia/Kolkata' }, end: { dateTime: `2026-12-03T${to}:00`, timeZone: 'Asia/Kolkata' } })

async function standIn(largestPage = 2_500) {
  const google = await startGoogle({ largestPage })
  onTestFinished(() => google.close())
  return { google, api: googleOf(google.address), owner: google.world.owner }
}

/** All pages of a listing: the ids with their status, and the token of the last page. */
async function allPages({ api }: Pick<Awaited<ReturnType<typeof standIn>>, 'api'>, syncToken: string | null) {
  const told: string[] = []
  let pageToken: string | null = null
  for (;;) {
    const page = await api.changes(primary, { syncToken, pageToken })
    told.push(...page.items.map(({ id, status }) => `${id} ${status}`))
    expect(page.nextPageToken === undefined).toBe(page.nextSyncToken !== undefined)
    if (page.nextPageToken === undefined) return { told, token: page.nextSyncToken ?? '' }
    pageToken = page.nextPageToken
  }
}

describe('the stand-in of Google Calendar', () => {
  it('tells everything page by page, then only what changed, with the token on the last page only', async () => {
    const { api, owner } = await standIn(2)
    for (const id of ['aaaaa', 'bbbbb', 'ccccc', 'ddddd', 'eeeee']) owner.add(primary, { id, summary: id, ...times('16:00', '16:20') })
    owner.remove(primary, 'ccccc')
    const first = await allPages({ api }, null)
    expect(first.told).toEqual(['aaaaa confirmed', 'bbbbb confirmed', 'ddddd confirmed', 'eeeee confirmed'])
    owner.edit(primary, 'bbbbb', { summary: 'moved' })
    owner.remove(primary, 'ddddd')
    owner.add(primary, { id: 'fffff', ...times('17:00', '17:20') })
    const second = await allPages({ api }, first.token)
    expect(second.told).toEqual(['bbbbb confirmed', 'ddddd cancelled', 'fffff confirmed'])
    expect((await allPages({ api }, second.token)).told).toEqual([])
  })

  it('does not lose what changes while pages are turned', async () => {
    const { api, owner } = await standIn(1)
    owner.add(primary, { id: 'bbbbb', ...times('16:00', '16:20') })
    owner.add(primary, { id: 'ccccc', ...times('16:00', '16:20') })
    const page = await api.changes(primary, { syncToken: null, pageToken: null })
    owner.add(primary, { id: 'aaaaa', ...times('17:00', '17:20') })
    const last = await api.changes(primary, { syncToken: null, pageToken: page.nextPageToken ?? '' })
    expect((await allPages({ api }, last.nextSyncToken ?? '')).told).toEqual(['aaaaa confirmed'])
  })

  it('says that a token is too old, that an id is taken, that an event is another, was there, or never was', async () => {
    const { api, owner } = await standIn()
    const { token } = await allPages({ api }, null)
    owner.ageTokens(primary)
    await expect(allPages({ api }, token)).rejects.toMatchObject({ kind: 'gone' })
    const terms = { sendUpdates: 'none' } as const
    const made = await api.insert(primary, 'aaaaa', { summary: 'Asha', ...times('16:00', '16:20') }, terms)
    await expect(api.insert(primary, 'aaaaa', times('16:00', '16:20'), terms)).rejects.toMatchObject({ kind: 'taken' })
    owner.edit(primary, 'aaaaa', { summary: 'Ravi' })
    await expect(api.patch(primary, 'aaaaa', { summary: 'Meenal' }, { ...terms, ifMatch: made.etag ?? '' })).rejects.toMatchObject({ kind: 'changed' })
    const seen = await api.get(primary, 'aaaaa')
    expect(seen).toMatchObject({ summary: 'Ravi', start: { dateTime: '2026-12-03T16:00:00+05:30' } })
    await api.remove(primary, 'aaaaa', { ...terms, ifMatch: seen.etag ?? '' })
    await expect(api.remove(primary, 'aaaaa', terms)).rejects.toMatchObject({ kind: 'gone' })
    await expect(api.patch(primary, 'aaaaa', { summary: 'Meenal' }, terms)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(api.insert(primary, 'aaaaa', times('16:00', '16:20'), terms)).rejects.toMatchObject({ kind: 'taken' })
    await expect(api.get(primary, 'bbbbb')).rejects.toMatchObject({ kind: 'absent' })
    await expect(api.insert(primary, 'AAAAA', times('16:00', '16:20'), terms)).rejects.toMatchObject({ kind: 'refused' })
    await expect(api.insert(primary, 'ccccc', times('16:20', '16:00'), terms)).rejects.toMatchObject({ kind: 'refused' })
  })

  it('makes a Meet link after a while, and the event is told anew', async () => {
    const { api, owner } = await standIn()
    const { token } = await allPages({ api }, null)
    const made = await api.insert(primary, 'aaaaa', times('16:00', '16:20'), { sendUpdates: 'none', meetRequest: 'r1' })
    expect(made).toMatchObject({ conferenceData: { createRequest: { status: { statusCode: 'pending' } } } })
    expect(made.hangoutLink).toBeUndefined()
    owner.finishConferences()
    const [event] = (await api.changes(primary, { syncToken: token, pageToken: null })).items
    expect(event?.hangoutLink).toMatch(/^https:\/\/meet\.google\.com\//)
  })

  it('knows the occurrences of a series, and when calendars are busy', async () => {
    const { google, api, owner } = await standIn()
    google.world.addCalendar('other@example.com', 'Other')
    owner.add('other@example.com', { id: 'series', ...times('10:00', '11:00'), recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] })
    owner.add('other@example.com', { id: 'freeee', ...times('12:00', '13:00'), transparency: 'transparent' })
    const december = { start: Date.parse('2026-12-01T00:00:00Z'), end: Date.parse('2026-12-31T00:00:00Z') }
    const { items } = await api.occurrences('other@example.com', 'series', december, null)
    expect(items.map(({ id }) => id)).toEqual(['series_20261203T043000Z', 'series_20261210T043000Z', 'series_20261217T043000Z'])
    owner.remove('other@example.com', 'series_20261210T043000Z')
    const busy = await api.freeBusy(['other@example.com', 'nobody@example.com'], december)
    expect([...busy.keys()]).toEqual(['other@example.com'])
    expect(busy.get('other@example.com')?.map(({ start }) => new Date(start).toISOString())).toEqual(['2026-12-03T04:30:00.000Z', '2026-12-17T04:30:00.000Z'])
  })

  it('fails as it is told to, done or not done', async () => {
    const { google, api } = await standIn()
    const terms = { sendUpdates: 'none' } as const
    google.fails(() => ({ kind: 'answerLost' }))
    await expect(api.insert(primary, 'aaaaa', times('16:00', '16:20'), terms)).rejects.toMatchObject({ kind: 'offline' })
    google.fails(() => ({ kind: 'lost' }))
    await expect(api.insert(primary, 'bbbbb', times('16:00', '16:20'), terms)).rejects.toMatchObject({ kind: 'offline' })
    google.fails(() => ({ kind: 'late', after: 1 }))
    await expect(api.insert(primary, 'ccccc', times('16:00', '16:20'), terms)).rejects.toMatchObject({ kind: 'offline' })
    google.fails(() => ({ kind: 'garbled' }))
    await expect(api.insert(primary, 'ddddd', times('16:00', '16:20'), terms)).rejects.toMatchObject({ kind: 'offline' })
    expect(google.world.live(primary).map(({ id }) => id)).toEqual(['aaaaa', 'ccccc', 'ddddd'])
    google.fails(() => null)
    google.takes('another')
    await expect(api.calendars()).rejects.toMatchObject({ kind: 'signIn' })
  })
})
