/** The languages in which messages are drafted: English, Hindi, Marathi. */
export type MessageLanguage = 'en' | 'hi' | 'mr'

/** What a message is for. */
export type MessagePurpose = 'audition' | 'callback' | 'availability' | 'thanks' | 'pass'

/** The parts of a message that are the same whoever it goes to; `{name}`, `{role}` and `{title}` stand for facts. */
export interface MessageWords {
  readonly greeting: string
  readonly about: Readonly<Record<MessagePurpose, { readonly withRole: string; readonly without: string }>>
  /** The sentence before the time; dropped where there is none. */
  readonly facts: { readonly when: string; readonly days: string; readonly place: string }
  readonly closing: Readonly<Record<MessagePurpose, string>>
  readonly sign: { readonly titled: string; readonly plain: string }
  /** For Intl.DateTimeFormat, with Latin digits. */
  readonly locale: string
}

/** The words of each language; persons are addressed with respect, and no verb says whether they are man or woman. */
export const messageWords: Readonly<Record<MessageLanguage, MessageWords>> = {
  en: {
    greeting: 'Dear {name},',
    about: {
      audition: { withRole: 'We would like to audition you for the role of {role} in {title}.', without: 'We would like to audition you for {title}.' },
      callback: { withRole: 'Thank you for your audition. We would like to see you again for the role of {role} in {title}.', without: 'Thank you for your audition. We would like to see you again for {title}.' },
      availability: { withRole: 'We are checking dates for the role of {role} in {title}. Please tell us whether you are free.', without: 'We are checking dates for {title}. Please tell us whether you are free.' },
      thanks: { withRole: 'Thank you for reading for the role of {role} in {title}.', without: 'Thank you for your time on {title}.' },
      pass: { withRole: 'Thank you for reading for the role of {role} in {title}. For this role we are going another way.', without: 'Thank you for your time on {title}. This time we are going another way.' },
    },
    facts: { when: 'When: {value}', days: 'Dates: {value}', place: 'Where: {value}' },
    closing: {
      audition: 'Please confirm, or tell us what would suit you.', callback: 'Please confirm, or tell us what would suit you.', availability: 'This is a check of dates and no offer yet.',
      thanks: 'We will be in touch as soon as there is news.', pass: 'We would be glad to see you again for another part.',
    },
    sign: { titled: 'Casting, {title}', plain: 'Casting' },
    locale: 'en-IN-u-nu-latn',
  },
  hi: {
    greeting: 'नमस्ते {name} जी,',
    about: {
      audition: { withRole: '{title} में {role} के रोल के लिए हम आपका ऑडिशन लेना चाहते हैं।', without: '{title} के लिए हम आपका ऑडिशन लेना चाहते हैं।' },
      callback: { withRole: 'ऑडिशन के लिए धन्यवाद। {title} में {role} के रोल के लिए हम आपसे दोबारा मिलना चाहते हैं।', without: 'ऑडिशन के लिए धन्यवाद। {title} के लिए हम आपसे दोबारा मिलना चाहते हैं।' },
      availability: { withRole: '{title} में {role} के रोल के लिए हम तारीखें देख रहे हैं। कृपया बताएं कि ये तारीखें आपके पास खाली हैं या नहीं।', without: '{title} के लिए हम तारीखें देख रहे हैं। कृपया बताएं कि ये तारीखें आपके पास खाली हैं या नहीं।' },
      thanks: { withRole: '{title} में {role} के रोल के लिए ऑडिशन देने का धन्यवाद।', without: '{title} के लिए समय देने का धन्यवाद।' },
      pass: { withRole: '{title} में {role} के रोल के लिए ऑडिशन देने का धन्यवाद। इस रोल के लिए हमने किसी और को चुना है।', without: '{title} के लिए समय देने का धन्यवाद। इस बार हमने किसी और को चुना है।' },
    },
    facts: { when: 'समय: {value}', days: 'तारीखें: {value}', place: 'जगह: {value}' },
    closing: {
      audition: 'कृपया पुष्टि करें, या बताएं कि आपके लिए कौन सा समय ठीक रहेगा।', callback: 'कृपया पुष्टि करें, या बताएं कि आपके लिए कौन सा समय ठीक रहेगा।', availability: 'यह केवल तारीखों की जानकारी के लिए है, अभी कोई प्रस्ताव नहीं है।',
      thanks: 'कोई भी ख़बर होते ही हम आपको बताएंगे।', pass: 'आगे किसी और रोल के लिए आपसे मिलकर हमें ख़ुशी होगी।',
    },
    sign: { titled: 'कास्टिंग, {title}', plain: 'कास्टिंग' },
    locale: 'hi-IN-u-nu-latn',
  },
  mr: {
    greeting: 'नमस्कार {name},',
    about: {
      audition: { withRole: '{title} मधील {role} या भूमिकेसाठी आम्हाला आपली ऑडिशन घ्यायची आहे.', without: '{title} साठी आम्हाला आपली ऑडिशन घ्यायची आहे.' },
      callback: { withRole: 'ऑडिशनबद्दल धन्यवाद. {title} मधील {role} या भूमिकेसाठी आम्हाला आपल्याला पुन्हा भेटायचे आहे.', without: 'ऑडिशनबद्दल धन्यवाद. {title} साठी आम्हाला आपल्याला पुन्हा भेटायचे आहे.' },
      availability: { withRole: '{title} मधील {role} या भूमिकेसाठी आम्ही तारखा पाहत आहोत. कृपया या तारखा आपल्याला मोकळ्या आहेत का ते कळवा.', without: '{title} साठी आम्ही तारखा पाहत आहोत. कृपया या तारखा आपल्याला मोकळ्या आहेत का ते कळवा.' },
      thanks: { withRole: '{title} मधील {role} या भूमिकेसाठी ऑडिशन दिल्याबद्दल धन्यवाद.', without: '{title} साठी वेळ दिल्याबद्दल धन्यवाद.' },
      pass: { withRole: '{title} मधील {role} या भूमिकेसाठी ऑडिशन दिल्याबद्दल धन्यवाद. या भूमिकेसाठी आम्ही दुसरी निवड केली आहे.', without: '{title} साठी वेळ दिल्याबद्दल धन्यवाद. या वेळी आम्ही दुसरी निवड केली आहे.' },
    },
    facts: { when: 'वेळ: {value}', days: 'तारखा: {value}', place: 'ठिकाण: {value}' },
    closing: {
      audition: 'कृपया आपले येणे कळवा, किंवा कोणती वेळ सोयीची आहे ते सांगा.', callback: 'कृपया आपले येणे कळवा, किंवा कोणती वेळ सोयीची आहे ते सांगा.', availability: 'ही फक्त तारखांची चौकशी आहे, अजून प्रस्ताव नाही.',
      thanks: 'काही कळताच आम्ही आपल्याला कळवू.', pass: 'पुढे दुसऱ्या भूमिकेसाठी आपल्याला भेटायला आम्हाला आवडेल.',
    },
    sign: { titled: 'कास्टिंग, {title}', plain: 'कास्टिंग' },
    locale: 'mr-IN-u-nu-latn',
  },
}
