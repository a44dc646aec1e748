/** What is to come of the last sentence of a talk; names stand for ids. */
export type Wanted =
  | { readonly intent: string; readonly has?: readonly string[]; readonly hasNot?: readonly string[] }
  /** An action that waits for a yes: the tool and what it is given, records by their titles. */
  | { readonly tool: string; readonly given: Readonly<Record<string, string>> }
  /** Asked back, with these words; nothing waits for a yes. */
  | { readonly asksBack: readonly string[] }
  /** Left to Claude. */
  | 'passedOn'

/** Sentences said one after another in one conversation; the last is measured. */
export interface MeasuredTalk {
  readonly said: readonly string[]
  readonly wanted: Wanted
}

const talk = (...said: readonly string[]) => ({
  gives: (intent: string, has: readonly string[] = [], hasNot: readonly string[] = []): MeasuredTalk => ({ said, wanted: { intent, has, hasNot } }),
  does: (tool: string, given: Readonly<Record<string, string>>): MeasuredTalk => ({ said, wanted: { tool, given } }),
  asksBack: (...words: readonly string[]): MeasuredTalk => ({ said, wanted: { asksBack: words } }),
  passesOn: (): MeasuredTalk => ({ said, wanted: 'passedOn' }),
})

/** Whether a talk is set aside while the grammar is tuned: every second. */
export const isTalkSetAside = (index: number): boolean => index % 2 === 1

/**
 * Talks written before what follows an answer was understood; every second is set aside while the grammar is tuned.
 *
 * Held on Saturday 21 November 2026 in Mumbai, with the demo and the small book of {@link file://./office.ts}.
 */
export const talks: readonly MeasuredTalk[] = [
  // The last question asked again, with another part
  talk('who is free tomorrow?', 'and on Monday?').gives('free', ['Farida Khan', '23 Nov']),
  talk('kaun free hai kal', 'aur parson?').gives('free', ['Farida Khan', '23 Nov']),
  talk('who is shortlisted for Nandini', 'and for Bhola?').gives('lists', ['Digvijay'], ['Sravanthi']),
  talk('nandini ke liye kaun shortlist hai', 'aur bhola ke liye?').gives('lists', ['Digvijay'], ['Sravanthi']),
  talk('which women are free on 23 november', 'what about men?').gives('free', ['23 Nov'], ['Kavita', 'Farida']),
  talk('woman of forty who speaks Bhojpuri', 'what about men?').gives('find', [], ['Kavita']),
  talk('how many scenes has Nandini', 'and Lalita?').gives('scenes', ['LALITA'], ['NANDINI']),
  talk('nandini ke kitne scene hain', 'aur bhola ke?').gives('scenes', ['BHOLA'], ['NANDINI']),
  talk('who is coming in today', 'and tomorrow?').gives('sessions', ['Callbacks', 'Phoolmati'], ['First reads']),
  talk('aaj kaun aa raha hai', 'aur kal?').gives('sessions', ['Callbacks', 'Phoolmati'], ['First reads']),
  talk('is Ramesh Pawar available tomorrow', 'and Kavita Sinha?').gives('free', ['Kavita Sinha', '22 Nov'], ['Ramesh']),
  talk('is Ramesh Pawar available tomorrow', 'what about on 10 march?').gives('free', ['Ramesh', '10 Mar']),
  talk('the long list for Bhola', 'and the short list?').gives('lists', ['Digvijay'], ['Balbir']),
  talk('bhola ki long list mein kaun hai', 'aur short list?').gives('lists', ['Digvijay'], ['Balbir']),
  talk('who is in scene 5', 'and scene 7?').gives('inScene', ['TRIVEDI HOUSE']),
  talk('scene 5 mein kaun hai', 'aur scene 12 mein?').gives('inScene', ['KULKARNI', 'PINKI']),
  talk('who could play Lalita', 'and Imran?').gives('fits', ['IMRAN'], ['LALITA']),
  talk('lalita kaun kar sakta hai', 'aur pinki?').gives('fits', ['PINKI'], ['LALITA']),
  talk('how far is BHOLA', 'what about Nandini?').gives('progress', ['NANDINI'], ['BHOLA']),
  talk('bhola ka kya chal raha hai', 'nandini ka kya?').gives('progress', ['NANDINI'], ['BHOLA']),
  talk('raat ke kitne scene hain', 'aur din ke?').gives('sceneKinds', ['scene']),
  talk('when is Gudiya Kumari Prasad reading', 'and Digvijay?').gives('sessions', ['10:30'], ['Gudiya']),
  talk('who is free tomorrow', 'only women').gives('free', ['Kavita', '22 Nov']),
  talk('kal kaun free hai', 'sirf auratein').gives('free', ['Kavita', '22 Nov']),
  talk('who is free tomorrow?', 'and on Monday?', 'and on Thursday?').gives('free', ['26 Nov', 'Kavita'], ['Farida Khan']),
  talk('on which page does Kulkarni first speak', 'and Lalita?').gives('firstPage', ['LALITA'], ['KULKARNI']),
  talk('kulkarni pehli baar kis page par bolta hai', 'aur lalita?').gives('firstPage', ['LALITA'], ['KULKARNI']),
  talk('who is booked', 'tomorrow?').passesOn(),
  talk('kitni auratein hain hamare paas', 'aur aadmi?').gives('counts', [], ['auratein']),
  talk('sessions next week', 'and today?').gives('sessions', ['First reads'], ['Children']),
  talk('who is free tomorrow', 'Monday?').gives('free', ['Farida Khan', '23 Nov']),
  talk('how old is Imran in the script', 'and Lalita?').gives('roleFacts', ['LALITA'], ['IMRAN']),
  // Him, her, unko, is role
  talk("Kavita Sinha's phone number", 'and her height?').gives('personFacts', ['158 cm']),
  talk('meenal joshi ki height kitni hai', 'aur unka phone number?').gives('personFacts', ['+91 00000 00201']),
  talk('open Kavita Sinha', 'is she free tomorrow?').gives('free', ['Kavita Sinha', '22 Nov']),
  talk('kavita sinha kholo', 'kya woh kal free hai').gives('free', ['Kavita Sinha', '22 Nov']),
  talk('show me the role of Bhola', 'how many scenes does he have').gives('scenes', ['BHOLA']),
  talk('bhola ka role dikhao', 'uske kitne scene hain').gives('scenes', ['BHOLA']),
  talk('who is booked', 'what is her phone number?').gives('personFacts', ['Phoolmati']),
  talk('hold pe kaun hai', 'kya woh kal khali hai').gives('free', ['Digvijay']),
  talk('open Bhola', 'who is shortlisted for this role?').gives('lists', ['Digvijay'], ['Sravanthi']),
  talk('bhola kholo', 'is role ke kitne scene hain').gives('scenes', ['BHOLA']),
  talk('open Ramesh Pawar', 'what is his height', 'and his city?').gives('personFacts', ['Pune']),
  talk('ramesh pawar kholo', 'kya unka kal audition hai').gives('sessions', ['Ramesh']),
  talk('open Kavita Sinha', 'punjabi girl in her twenties who can do bhangra').gives('find', [], ['[Kavita']),
  talk('open Ramesh Pawar', 'is she free tomorrow').asksBack('Whom do you mean'),
  talk('is she free tomorrow').asksBack('Whom do you mean'),
  talk('kya woh kal free hai').asksBack('Kaun'),
  talk('who is free on Monday', 'what is her phone number').asksBack('Kavita Sinha', 'Farida Khan'),
  talk('somvar ko kaun khali hai', 'uska phone number do').asksBack('Kavita Sinha', 'Farida Khan'),
  // What was asked back, answered
  talk('is Farida free on monday', 'Farida Khan').gives('free', ['Farida Khan', '23 Nov'], ['Sheikh']),
  talk('how many scenes has Trivedi', 'Mrs Trivedi').gives('scenes', ['MRS TRIVEDI'], ['[MR TRIVEDI']),
  talk("Farida's phone number", 'Khan').gives('personFacts', ['Farida Khan'], ['Sheikh']),
  // The two best
  talk('compare the two best for Lalita').gives('compare', ['Aarohi Mishrilal', 'LALITA']),
  talk('pinki ke liye do sabse acche compare karo').gives('compare', ['Gudiya Kumari Prasad', 'PINKI']),
  talk('who could play Lalita', 'compare the two best').gives('compare', ['Aarohi Mishrilal', 'LALITA']),
  talk('compare the top two for Pinki').gives('compare', ['Gudiya Kumari Prasad', 'PINKI']),
  // What does not follow
  talk('how many people are in the book', 'and tomorrow?').passesOn(),
  talk('hello', 'and tomorrow?').passesOn(),
  talk('write a poem about chai', 'and tomorrow?').passesOn(),
  talk('compare Sravanthi Mudunuri and Keerthana Addanki for Nandini', 'and Aarohi?').passesOn(),
  talk('who is free tomorrow', 'and why?').passesOn(),
  talk('how many scenes has Nandini', 'and the weather?').passesOn(),
  talk('nandini aur bhola ke saath mein kitne scene hain', 'aur lalita?').passesOn(),
  talk('who is free tomorrow', 'and Bhola?').passesOn(),
  talk('kal kaun free hai', 'aur kyun?').passesOn(),
  talk('who is shortlisted for Nandini', 'and what would she feel').passesOn(),
  // Put on a list, taken off it
  talk('Put Kavita Sinha on the short list for Nandini').does('put_on_list', { talent: 'Kavita Sinha', role: 'NANDINI', list: 'shortList' }),
  talk('Kavita ko Nandini ke short list mein daalo').does('put_on_list', { talent: 'Kavita Sinha', role: 'NANDINI', list: 'shortList' }),
  talk('add Arjun Mehta to the long list for Imran').does('put_on_list', { talent: 'Arjun Mehta', role: 'IMRAN', list: 'longList' }),
  talk('arjun mehta ko imran ki long list mein jodo').does('put_on_list', { talent: 'Arjun Mehta', role: 'IMRAN', list: 'longList' }),
  talk('please put Meenal on the selects for Lalita').does('put_on_list', { talent: 'Meenal Joshi', role: 'LALITA', list: 'selects' }),
  talk('meenal ko lalita ke selects mein rakh do').does('put_on_list', { talent: 'Meenal Joshi', role: 'LALITA', list: 'selects' }),
  talk('shortlist Kavita Sinha for Saroj Devi').does('put_on_list', { talent: 'Kavita Sinha', role: 'SAROJ DEVI', list: 'shortList' }),
  talk('kavita sinha ko nandini ki shortlist mein daal do').does('put_on_list', { talent: 'Kavita Sinha', role: 'NANDINI', list: 'shortList' }),
  talk('can you put Ramesh Pawar on the long list for Bhola?').does('put_on_list', { talent: 'Ramesh Pawar', role: 'BHOLA', list: 'longList' }),
  talk('कविता को नंदिनी की शॉर्ट लिस्ट में डालो').does('put_on_list', { talent: 'Kavita Sinha', role: 'NANDINI', list: 'shortList' }),
  talk('take Balbir Phogawat off the long list for Bhola').does('take_off_list', { talent: 'Balbir Phogawat', role: 'BHOLA' }),
  talk('balbir phogawat ko bhola ki list se hata do').does('take_off_list', { talent: 'Balbir Phogawat', role: 'BHOLA' }),
  talk('remove Aadya Rengarajan from the list for Pinki').does('take_off_list', { talent: 'Aadya Rengarajan', role: 'PINKI' }),
  talk('put Kavita on the short list for Nandini please').does('put_on_list', { talent: 'Kavita Sinha', role: 'NANDINI', list: 'shortList' }),
  talk('open Kavita Sinha', 'put her on the short list for Nandini').does('put_on_list', { talent: 'Kavita Sinha', role: 'NANDINI', list: 'shortList' }),
  talk('kavita sinha kholo', 'unko nandini ki short list mein daalo').does('put_on_list', { talent: 'Kavita Sinha', role: 'NANDINI', list: 'shortList' }),
  talk('kavita ko short list mein daal do').asksBack('kis role'),
  talk('kavita ko short list mein daal do', 'nandini ke liye').does('put_on_list', { talent: 'Kavita Sinha', role: 'NANDINI', list: 'shortList' }),
  talk('put Kavita Sinha on the list for Nandini').asksBack('which list'),
  talk('put Kavita Sinha on the list for Nandini', 'short list').does('put_on_list', { talent: 'Kavita Sinha', role: 'NANDINI', list: 'shortList' }),
  talk('put Kavita Sinha on the short list for Nandini', 'and Meenal Joshi').does('put_on_list', { talent: 'Meenal Joshi', role: 'NANDINI', list: 'shortList' }),
  talk('put Kavita Sinha on the short list for Nandini', 'and for Lalita').does('put_on_list', { talent: 'Kavita Sinha', role: 'LALITA', list: 'shortList' }),
  talk('put Farida on the long list for Lalita', 'Farida Khan').does('put_on_list', { talent: 'Farida Khan', role: 'LALITA', list: 'longList' }),
  // Booked, moved, cancelled
  talk('book Kavita Sinha at 11 am tomorrow').does('book_slot', { talent: 'Kavita Sinha', session: 'Callbacks', from: '11:00' }),
  talk('kavita ko kal subah 11 baje book karo').does('book_slot', { talent: 'Kavita Sinha', session: 'Callbacks', from: '11:00' }),
  talk('book Ramesh Pawar for tomorrow at eleven').does('book_slot', { talent: 'Ramesh Pawar', session: 'Callbacks', from: '11:00' }),
  talk('ramesh ka slot kal gyarah baje book kar do').does('book_slot', { talent: 'Ramesh Pawar', session: 'Callbacks', from: '11:00' }),
  talk('book Aadya Rengarajan at 4 pm on thursday').does('book_slot', { talent: 'Aadya Rengarajan', session: 'Children', from: '16:00', role: 'PINKI' }),
  talk('aadya ko guruvar shaam 4 baje book kar do').does('book_slot', { talent: 'Aadya Rengarajan', session: 'Children', from: '16:00', role: 'PINKI' }),
  talk('book Meenal Joshi for Lalita tomorrow at 11.30').does('book_slot', { talent: 'Meenal Joshi', session: 'Callbacks', from: '11:30', role: 'LALITA' }),
  talk('कविता को कल ग्यारह बजे बुक करो').does('book_slot', { talent: 'Kavita Sinha', session: 'Callbacks', from: '11:00' }),
  talk("cancel Phoolmati's slot").does('cancel_slot', { slot: 'Phoolmati' }),
  talk('phoolmati ka slot cancel kar do').does('cancel_slot', { slot: 'Phoolmati' }),
  talk('cancel the slot of Digvijay tomorrow').does('cancel_slot', { slot: 'Digvijay' }),
  talk('digvijay ka kal ka slot radd karo').does('cancel_slot', { slot: 'Digvijay' }),
  talk('move Phoolmati to 11:30').does('move_slot', { slot: 'Phoolmati', from: '11:30' }),
  talk('phoolmati ka slot 11 baje kar do').does('move_slot', { slot: 'Phoolmati', from: '11:00' }),
  talk("move Digvijay's slot to 11 am tomorrow").does('move_slot', { slot: 'Digvijay', from: '11:00' }),
  talk('digvijay ko kal 11 baje shift kar do').does('move_slot', { slot: 'Digvijay', from: '11:00' }),
  talk('book Kavita Sinha at 11').asksBack('day'),
  talk('book Kavita Sinha at 11', 'tomorrow').does('book_slot', { talent: 'Kavita Sinha', session: 'Callbacks', from: '11:00' }),
  talk('book Kavita Sinha tomorrow').asksBack('time'),
  talk('book Kavita Sinha tomorrow', 'at 11').does('book_slot', { talent: 'Kavita Sinha', session: 'Callbacks', from: '11:00' }),
  talk('book Kavita Sinha at 9 pm tomorrow').asksBack('No session'),
  talk('cancel the slot of Kavita Sinha').asksBack('no slot'),
  talk('book Farida at 11 am tomorrow', 'Farida Khan').does('book_slot', { talent: 'Farida Khan', session: 'Callbacks', from: '11:00' }),
  talk('when is Phoolmati coming', 'cancel her slot').does('cancel_slot', { slot: 'Phoolmati' }),
  talk('phoolmati kab aa rahi hai', 'unka slot cancel karo').does('cancel_slot', { slot: 'Phoolmati' }),
  // What asks for nothing to be done, or for more than is certain
  talk("don't put Kavita on the short list for Nandini").passesOn(),
  talk('kavita ko nandini ki short list mein mat daalo').passesOn(),
  talk('should I put Kavita on the short list for Nandini?').passesOn(),
  talk('kya kavita ko nandini ki short list mein daal dein').passesOn(),
  talk('why did you put Sravanthi on the short list for Nandini').passesOn(),
  talk('meenal ne kavita ko nandini ki short list mein daala').passesOn(),
  talk('book a hotel for Kavita tomorrow at 11').passesOn(),
  talk('put Kavita on the short list for Nandini if she is free in March').passesOn(),
  talk('cancel the callbacks of everybody').passesOn(),
  talk('put Zubin on the short list for Nandini').passesOn(),
  talk('book Kavita Sinha and Meenal Joshi at 11 tomorrow').passesOn(),
  talk('put Kavita Sinha on the short list for Nandini and Lalita').passesOn(),
  talk('put everyone who is free tomorrow on the long list for Lalita').passesOn(),
  talk('tell Kavita to book a slot at 11').passesOn(),
  talk('cancel my meeting with Kavita').passesOn(),
  talk('put Kavita on hold for Nandini').passesOn(),
  talk('book Kavita for the shoot on 5 march').passesOn(),
  talk('kavita ko kehna ki slot cancel kar de').passesOn(),
]

/**
 * More talks, written when the grammar was done; at the first run none was wrong while certain.
 */
export const laterTalks: readonly MeasuredTalk[] = [
  talk('which actors are available this weekend', 'how about next week').gives('free', ['23 Nov']),
  talk('who is coming on thursday', 'what about sunday').gives('sessions', ['Callbacks']),
  talk('who is on the selects for Pinki', 'and on the long list').gives('lists', ['Aadya'], ['Gudiya']),
  talk('Lalita kitne scene mein hai', 'aur Imran kitne mein').passesOn(),
  talk('what does Arjun Mehta speak', 'does he live in Mumbai').gives('personFacts', ['Mumbai']),
  talk('show me Farida Khan', 'who is her agent').gives('personFacts', ['Sona Agency']),
  talk('farida khan dikhao', 'unki agency kaunsi hai').gives('personFacts', ['Sona Agency']),
  talk('who shares scenes with Imran', 'and with Kulkarni?').gives('together', ['KULKARNI']),
  talk('is Meenal Joshi free on 10 march', 'and Ramesh?', 'and tomorrow?').gives('free', ['Ramesh', '22 Nov'], ['Meenal']),
  talk('please add Kavita Sinha to the selects for Lalita').does('put_on_list', { talent: 'Kavita Sinha', role: 'LALITA', list: 'selects' }),
  talk('Kavita Sinha ko Lalita ke liye shortlist kar do').does('put_on_list', { talent: 'Kavita Sinha', role: 'LALITA', list: 'shortList' }),
  talk('schedule Meenal Joshi tomorrow at 11:30 am').does('book_slot', { talent: 'Meenal Joshi', from: '11:30' }),
  talk('meenal joshi ko kal saadhe gyarah baje bulao').passesOn(),
  talk('meenal joshi ko kal saadhe 11 baje book kar do').does('book_slot', { talent: 'Meenal Joshi', from: '11:30' }),
  talk('reschedule Phoolmati Kunwar to 11 tomorrow').does('move_slot', { slot: 'Phoolmati', from: '11:00' }),
  talk('gudiya ka audition cancel kardo').does('cancel_slot', { slot: 'Gudiya' }),
  talk('drop Balbir from the long list of Bhola').does('take_off_list', { talent: 'Balbir Phogawat', role: 'BHOLA' }),
  talk('did we put Kavita on the short list for Nandini').passesOn(),
  talk('I want to put Kavita on the short list for Nandini tomorrow').passesOn(),
  talk('kavita aur meenal ko nandini ki short list mein daalo').passesOn(),
  talk('cancel everything tomorrow').passesOn(),
  talk('book').passesOn(),
  talk('which book has Kavita').passesOn(),
  talk('open Kavita Sinha', 'what is her number', 'put her on the long list for Bhola').does('put_on_list', { talent: 'Kavita Sinha', role: 'BHOLA', list: 'longList' }),
]
