import { OAuth2Client } from 'google-auth-library'
import { openGoogleCalendar, type GoogleCalendar } from '../../src-main/calendar/googleCalendar.ts'

/** The application's own way to Google Calendar, led to another address with a token that never ends. */
export function googleOf(address: string, token = 'a token', limitMs?: number): GoogleCalendar {
  const auth = new OAuth2Client()
  auth.setCredentials({ access_token: token, expiry_date: Date.parse('2100-01-01') })
  return openGoogleCalendar({ auth, address, ...(limitMs !== undefined && { limitMs }) })
}
