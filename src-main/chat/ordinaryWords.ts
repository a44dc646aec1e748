import { wordSet } from '../roles/words.ts'

/**
 * Words of English and of Roman and Devanagari Hindi that are also names of people or of films, folded.
 *
 * One of them alone says too little to be hidden as a name; within a longer name it is hidden with it.
 */
export const ordinaryWords: ReadonlySet<string> = wordSet(`
  a i the and or but if of in on at to for from with by as is it be am are was were do does did has have had not no yes so
  he she we they you me him her us them his its our your their this that these those who whom what when where which why how
  all any some each every many much more most few less least one two three four five six seven eight nine ten first second third last next
  will may can might must shall should would could let go get give take make see say said tell ask know think want need like love
  mark bill rob pat art gene grant chase drew jack frank ernest guy ray rich dean earl king queen prince princess duke noble price page
  hope joy grace faith charity rose lily daisy iris violet ivy holly olive hazel jasmine ruby pearl amber crystal gem star sky summer autumn
  april june august may dawn eve sunny happy angel honey candy sugar dolly baby lady sir miss boss chief major captain doctor teacher hunter
  baker cook carpenter mason taylor smith fisher farmer butler cooper carter porter potter shepherd singer dancer actor actress hero villain
  young old long short small little big black white brown green gray grey gold silver stone rock wood forest field hill lake river brook rain snow
  day night week month year today tomorrow morning evening noon sunday monday tuesday wednesday thursday friday saturday time hour minute
  man men woman women boy girl child kid mother father sister brother son daughter wife husband uncle aunt friend family people person
  film films movie series show ad script scene scenes role roles part lead cast casting audition auditions callback call test take shoot star
  list hold lock book booked slot date dates sides look fee budget director producer agent free busy open close drive run home house door road
  hindi english marathi urdu tamil telugu bhojpuri punjabi bengali gujarati mumbai delhi india pune goa
  don war dear only once again never always please thanks thank hello hi ok okay good best better new north south east west
  hai hain ho hoon hun tha thi the ka ki ke ko se me mein main par pe aur ya na nahi nahin haan kya kaun kab kahan kyun kaise kitna kitne kaunsa
  ye yeh wo woh vo us is iska uska mera tera hamara aap tum hum ham sab koi kuch bhi hi to toh phir ab abhi aaj kal parso din raat subah shaam
  acha accha theek thik bas jao aao karo kar karna hua hui gaya gayi diya liya raja rani dil jaan pyar pyaar prem mohabbat
  asha aasha kiran suraj chand chanda tara sitara jyoti roshni deepak dip prakash khushi mani moti heera hira sona chandi phool gulab kamal
  ganga jamuna sagar samar vijay jai veer shanti shakti bhakti mukti maya moh lobh daya kshama krishna dev devi guru swami baba bhai behen didi
  maa ma papa pita beta beti chacha mama nana nani dada dadi babu seth malik sahib saheb ji jee
  है हैं हो हूँ हूं था थी थे का की के को से में मैं पर और या न नहीं हाँ क्या कौन कब कहाँ क्यों कैसे कितना यह ये वह वो सब कोई कुछ भी ही तो अब आज कल दिन रात
  आशा किरण सूरज चाँद चंदा तारा ज्योति रोशनी दीपक प्रकाश खुशी मोती हीरा सोना चांदी फूल गुलाब कमल गंगा सागर विजय जय वीर शांति शक्ति माया दया देव देवी गुरु
  राजा रानी दिल जान प्यार प्रेम माँ बाबा भाई बहन दीदी बेटा बेटी जी आहे आणि तो ती ते मी तू आम्ही तुम्ही काय कोण कधी
`)
