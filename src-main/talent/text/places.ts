/** Places by which people in Mumbai and in the towns of India say where they live, in Roman letters. */
const roman = (
  'mumbai|bombay|navi mumbai|thane|andheri|versova|lokhandwala|oshiwara|goregaon|malad|kandivali|borivali|dahisar|mira road|bhayandar|vasai|virar|jogeshwari|juhu|'
  + 'vile parle|santacruz|khar|bandra|mahim|dadar|prabhadevi|worli|parel|lower parel|byculla|colaba|churchgate|chembur|ghatkopar|vikhroli|powai|kurla|sion|mulund|'
  + 'bhandup|kalyan|dombivli|ulhasnagar|panvel|kharghar|vashi|nerul|belapur|airoli|aram nagar|yari road|four bungalows|seven bungalows|film city|mhada|sakinaka|wadala|'
  + 'delhi|new delhi|delhi ncr|ncr|noida|greater noida|gurgaon|gurugram|faridabad|ghaziabad|pune|nagpur|nashik|nasik|aurangabad|kolhapur|satara|sangli|solapur|amravati|ratnagiri|latur|akola|jalgaon|ahmednagar|'
  + 'kolkata|calcutta|howrah|salt lake|siliguri|durgapur|chennai|madras|coimbatore|madurai|trichy|pondicherry|puducherry|bangalore|bengaluru|mysore|mysuru|mangalore|mangaluru|hubli|dharwad|udupi|'
  + 'hyderabad|hyd|secunderabad|vizag|visakhapatnam|vijayawada|tirupati|warangal|guntur|kochi|cochin|trivandrum|thiruvananthapuram|kozhikode|calicut|thrissur|kannur|kottayam|'
  + 'lucknow|kanpur|varanasi|banaras|benaras|allahabad|prayagraj|gorakhpur|agra|meerut|bareilly|aligarh|jhansi|mathura|ayodhya|moradabad|azamgarh|ballia|'
  + 'patna|gaya|muzaffarpur|darbhanga|bhagalpur|begusarai|motihari|ranchi|jamshedpur|dhanbad|bokaro|bhopal|indore|gwalior|jabalpur|ujjain|sagar|rewa|satna|khajuraho|'
  + 'raipur|bilaspur|bhilai|durg|jaipur|jodhpur|udaipur|kota|ajmer|bikaner|alwar|ahmedabad|surat|vadodara|baroda|rajkot|gandhinagar|bhavnagar|jamnagar|kutch|bhuj|'
  + 'chandigarh|mohali|panchkula|ludhiana|amritsar|jalandhar|patiala|bathinda|ambala|karnal|rohtak|hisar|panipat|sonipat|shimla|mandi|dharamshala|manali|'
  + 'dehradun|haridwar|rishikesh|nainital|almora|haldwani|srinagar|jammu|leh|ladakh|guwahati|shillong|imphal|aizawl|agartala|kohima|dimapur|itanagar|gangtok|dibrugarh|jorhat|tezpur|'
  + 'bhubaneswar|cuttack|puri|sambalpur|rourkela|goa|panaji|panjim|margao|vasco|daman|silvassa|'
  + 'maharashtra|uttar pradesh|madhya pradesh|rajasthan|gujarat|bihar|jharkhand|punjab|haryana|himachal|himachal pradesh|uttarakhand|kerala|karnataka|tamil nadu|telangana|andhra pradesh|'
  + 'odisha|west bengal|assam|manipur|nagaland|mizoram|meghalaya|tripura|sikkim|kashmir|chhattisgarh|up|mp|ncr|london|dubai|new york|kathmandu|dhaka|lahore|karachi'
).split('|')

const devanagari: Readonly<Record<string, string>> = {
  'मुंबई': 'Mumbai', 'मुम्बई': 'Mumbai', 'ठाणे': 'Thane', 'पुणे': 'Pune', 'नागपुर': 'Nagpur', 'नागपूर': 'Nagpur', 'नाशिक': 'Nashik', 'कोल्हापूर': 'Kolhapur', 'सातारा': 'Satara', 'सांगली': 'Sangli', 'सोलापूर': 'Solapur',
  'औरंगाबाद': 'Aurangabad', 'रत्नागिरी': 'Ratnagiri', 'दिल्ली': 'Delhi', 'नई दिल्ली': 'New Delhi', 'नोएडा': 'Noida', 'लखनऊ': 'Lucknow', 'कानपुर': 'Kanpur', 'वाराणसी': 'Varanasi', 'बनारस': 'Varanasi', 'इलाहाबाद': 'Allahabad', 'प्रयागराज': 'Prayagraj',
  'गोरखपुर': 'Gorakhpur', 'आगरा': 'Agra', 'मेरठ': 'Meerut', 'पटना': 'Patna', 'गया': 'Gaya', 'रांची': 'Ranchi', 'भोपाल': 'Bhopal', 'इंदौर': 'Indore', 'इन्दौर': 'Indore', 'ग्वालियर': 'Gwalior', 'जबलपुर': 'Jabalpur', 'उज्जैन': 'Ujjain', 'सागर': 'Sagar',
  'रायपुर': 'Raipur', 'जयपुर': 'Jaipur', 'जोधपुर': 'Jodhpur', 'उदयपुर': 'Udaipur', 'अहमदाबाद': 'Ahmedabad', 'सूरत': 'Surat', 'चंडीगढ़': 'Chandigarh', 'अमृतसर': 'Amritsar', 'देहरादून': 'Dehradun', 'शिमला': 'Shimla', 'कोलकाता': 'Kolkata', 'हैदराबाद': 'Hyderabad', 'अंधेरी': 'Andheri', 'गोवा': 'Goa',
}

const known = new Set([...roman, ...Object.keys(devanagari)])

/** States and short forms that alone may be another word. */
const notAlone = new Set(['up', 'mp', 'gaya', 'mandi', 'puri', 'sagar', 'durg', 'satna'])

/** The most letters of words that are looked at as a place. */
const longestPlace = 200

/** Words that go with a place. */
const round = new Set(['west', 'east', 'north', 'south', '(w)', '(e)', 'city', 'road', 'nagar', 'central', 'old', 'dist', 'district', 'suburb', 'suburbs', 'w', 'e'])

const word = (text: string): string => text.toLowerCase().replace(/^[^\p{L}(]+|[^\p{L}\p{M})]+$/gu, '')

/** Whether a text is a place and nothing else: `Andheri West`, `Salt Lake, Kolkata`, `Sagar MP`. */
export function isPlace(text: string): boolean {
  if (text.length > longestPlace) return false
  const parts = text.split(/[\s,/()-]+/u).map(word).filter(part => part !== '')
  if (parts.length === 0 || parts.length > 7) return false
  let at = 0
  let sure = false
  while (at < parts.length) {
    const length = [3, 2, 1].find(count => known.has(parts.slice(at, at + count).join(' ')))
    if (length !== undefined) {
      sure ||= length > 1 || !notAlone.has(parts[at] ?? '')
      at += length
    } else if (round.has(parts[at] ?? '')) at++
    else return false
  }
  return sure || parts.length > 1
}

/** A place as it is kept: in Roman letters where it is known in Devanagari, not all in capitals. */
export const placeName = (text: string): string => devanagari[text.trim()] ?? titledWhereLoud(text.trim())

/** Words written all in capitals or all small brought to capitals at their beginnings; others as they stand. */
export const titledWhereLoud = (text: string): string =>
  /\p{Ll}/u.test(text) && /\p{Lu}/u.test(text) ? text : text.toLowerCase().replace(/(^|[\s.(/-])(\p{L})/gu, match => match.toUpperCase())

/** Words all in capitals brought to a capital at the beginning. */
export const quieter = (text: string): string => {
  const said = text.trim()
  return /\p{Ll}/u.test(said) || !/\p{Lu}{4,}|\p{Lu}\s\p{Lu}/u.test(said) ? said : said.toLowerCase().replace(/\p{L}/u, first => first.toUpperCase())
}
