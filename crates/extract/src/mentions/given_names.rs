//! Given names of many countries, by what they tell of who bears them, and family names that stand first.

use std::sync::LazyLock;

use crate::maps::{Map, Set};

/// Names of women.
const WOMEN: &str =
    "abigail adele agnes aisha alexandra alexandria alexis alice alicia alison allison alma alyssa amanda
    amber amelia amina amira amy ana anastasia andrea angela angelina anita ann anna anne annette annie antonia april
    aria ariana astrid audrey ava ayesha aylin barbara beata beatrice beatriz becky bella bernadette beth bethany betsy
    betty beverly birgit bonnie brenda bridget brigitte britt brittany camila camilla candace carla carly carmen carol
    carole carolina caroline carolyn carrie cassandra catarina catherine cathy cecilia celeste celine charlene
    charlotte chelsea cheryl chloe christiane christina christine cindy claire clara clarissa claudia colleen constance
    consuelo cora courtney cristina crystal cynthia daisy daniela danielle daphne dawn deanna debbie deborah debra
    delia delphine denise diana diane dianne dolores dominique donna dora doris dorothy edith eileen elaine eleanor
    elena elisa elisabeth elise elizabeth ella ellen elsa elsie emilia emily emma erica erika erin esmeralda esther
    eugenia eva eve evelyn faith farah fatima fatou federica felicity fiona flora florence frances francesca gabriela
    gabrielle gail georgia georgina geraldine gerda gertrude gina giorgia giovanna gisela giulia glenda gloria grace
    greta gretchen gudrun gwen gwendolyn haley hanna hannah harriet hazel heather heidi helen helena helga henrietta
    hilary hilda hillary holly ida ilse imelda ines inga ingrid irena irene irina iris irma isabel isabella isabelle
    ivana ivanka ivy jacqueline jana jane janet janice janine jean jeanette jeanne jelena jenna jennifer jenny jessica
    jill joan joanna joanne jocelyn johanna josefina josephine joy joyce juana judith judy julia juliana julie juliet
    june justina karen karin karina karla katarina kate katerina katharina katharine katherine kathleen kathryn kathy
    katie katrina kayla kellyanne kimberly kirsten kirstjen klara kristen kristin kristina lara larisa latisha latoya
    laura lauren laurie layla leah leila lena leonie leslie leticia lidia liliana lillian lily linda lindsay lindsey
    lisa liudmila lisbeth liz lois lola lora lorella loretta lori lorraine louise lucia lucie lucille lucinda lucy
    ludmila luisa luz lydia lynda lynn madeleine madeline madison maggie magdalena malala mandy manuela mara marcia
    margaret margarita margot marguerite maria mariam marian marianne marie mariana marilyn marina marion marisa
    marjorie marlene marta martha martina mary maryam mathilde matilda maureen may maya meera megan meghan melania
    melanie melinda melissa mercedes mia michaela michele michelle mildred mina mira miranda miriam molly mona monica
    monika muriel myra nadezhda nadia nancy naomi natalia natalie natasha nathalie neha nellie nicola nicole nikki
    nina noor nora norma odette odile olga olena olivia oksana paige paloma pamela patience patricia patty paula
    paulina pauline penelope penny petra phoebe phyllis pilar polina polly priscilla priti priya rachel ramona raquel
    rebecca regina renata renee rhonda rita roberta rosa rosalind rosamund rose rosemary rosie roxanne ruby ruth
    sabine sabrina sadie sally samantha sandra sara sarah savannah selina serena shannon sharon sheila shelby shelley
    sherry shirley sigrid silke silvia simone sinead siobhan sofia sofie sonia sonja sophia sophie stacey stacy stella
    stephanie sue susan susana susanna susanne suzanne svetlana sylvia sylvie tabitha tamara tammy tania tanya tara
    tatiana tatyana teresa tess tessa theresa therese tiffany tina tracey tricia trudy ulrike ursula valentina valeria
    valerie vanessa vera verena veronica veronika victoria viktoria violet virginia vivian viviane wanda wendy
    wilhelmina winnie xenia yasmin yelena yevgenia yolanda yulia yvette yvonne zainab zara zoe zofia zuzana";

/// Names of men.
const MEN: &str = "aaron abdel abdul abdullah abraham adam adolf adrian ahmad ahmed al alan albert alberto alejandro
    aleksandr aleksander aleks alessandro alexander alexandre alexei alexey alfonso alfred alfredo ali alistair allan
    allen alvaro alvin amir anatoly anders andreas andrei andres andrew andrey andriy andrzej andy angus anthony
    antoine anton antonio antony archie arjun arkady arnaud arnold art artem arthur arturo arvind ashraf asif augusto
    austin barack barry bart bartholomew bashar basil ben benedict benjamin benny bernard bernardo bernd bernie bert
    bertrand bill billy bjorn bob bobby bogdan boris brad bradley brandon brendan brent brett brian bruce bruno bryan
    byron caleb calvin cameron carl carlo carlos cesar charles charlie chester christoph christophe christopher chuck
    clarence claude claudio clay clemens cliff clifford clint clive cole colin connor conor constantin craig cristian
    curtis cyril cyrus dale dan daniel danny dario darren darryl dave david davide dean dennis denny derek dermot derrick
    desmond devin dick diego dieter dietrich dirk dmitri dmitriy dmitry dominic don donald doug douglas duane duncan
    dustin dwight earl ed eddie edgar edmond edmund eduard eduardo edward edwin efrain egon eli elias elijah elliot
    elliott ellis elmer emanuel emil emile emilio emmanuel emmett enrico enrique eric erich erik ernest ernesto ernie
    ernst esteban ethan eugene evan everett fabian fabio farid federico felipe felix ferdinand fernando francesco
    francis francisco francois françois frank franklin franz fred freddie freddy frederic frederick friedrich fritz
    gareth garry gary gavin geert gene gennady geoff geoffrey georg george georges gerald gerard gerardo gerhard gilbert
    giorgio giovanni giuseppe glen glenn gordon graham grant greg gregg gregor gregory guido guillaume guillermo gunter
    gunther gus gustav gustavo guy hamid hans harald harold harry harvey hasan hashim hassan hector heinrich heinz
    helmut hendrik henri henrik henry herbert herman hermann hiroshi homer horst hosni hossein howard hubert hugh hugo
    humberto hussein hyman ian ibrahim ignacio igor ilya imran isaac ismail ivan ivo jack jacob jacques jaime jair
    jake jakob jakub jamal james jan jared jason jason javad javier jay jed jeff jefferson jeffery jeffrey jens jeremiah
    jeremy jerome jerry jesse jim jimmy joachim joaquin joe joel johan johann johannes john johnny jon jonas jonathan
    jorge jose josef joseph josh joshua josé juan jules julian julio julius juri jurgen justin kaleb karel karim karl
    kaspar keith ken kenneth kent kevin khaled khalid kirill kirk klaus knut konrad konstantin kristian kumar kurt kyle
    lance larry lars laurent lawrence lech leif len leo leon leonard leonardo leonid leopold leroy lester lev levi lewis
    liam lionel lloyd logan lorenzo lothar lou louis luc luca lucas lucian ludwig luigi luis lukas luke luther magnus
    mahmoud malcolm manfred manuel marc marcel marcelo marcin marco marcos marcus mario marius mark marko markus marlon
    marshall martin marty marvin mason massoud mateo mats matt matteo matthew matthias maurice mauricio max maxim
    maximilian mehmet michael michal michel miguel mihail mikael mike mikhail milan miles milos milton mitch mitchell
    mitt mohamed mohamud mohammad mohammed mohsen moritz morris muhammad murat murray mustafa narendra nathan nathaniel
    ned neil nelson nicholas nick nicolas niels nigel nikita niklas nikolai nils noah noel norbert norman olaf ole oleg
    oleksandr oliver olivier orlando oscar oskar osama otto owen pablo paolo pascal pat patrick paul pavel pavlo pawel
    pedro per percy pete peter petr petro philip philipp philippe phillip pierre piers piotr quentin radek rafael rahul
    raj rajesh ralf ralph ramon ramzan randall randy raphael rashid raul ravi ray raymond recep reggie reginald reinhard
    rené reza ricardo riccardo richard rick ricky rob robert roberto rodney rodrigo roger roland rolf roman ron ronald
    ronnie rory ross roy rubén rudolf rudolph rudy rupert russ russell ryan salman salvador salvatore sam samir sammy
    samuel santiago saul scott sean sebastian serge sergei sergey sergio sergiy seth shane shaun shawn shinzo sidney
    siegfried sigmund silvio simon spencer stan stanislav stanley stefan stefano stephan stephen sterling steve steven
    stewart stuart sven sylvester tadeusz taras tariq tayyip ted terence terrence terry thabo theo theodor theodore
    thierry thomas thorsten tim timo timothy tobias toby tod todd tom tomas tommy tony travis trent trevor tristan
    tyler tyrone udo ulrich umar umberto uwe vaclav vadim valentin valery vasily vernon vicente victor viktor vince
    vincent vincenzo vinod virgil vitali vitaly vito vladimir vladislav volodymyr vyacheslav wade walter warren wayne
    werner wesley wilbur wilfred wilhelm will willem william willie willy winston wojciech wolf wolfgang xavier yann
    yannick yegor yevgeny yitzhak yuri yusuf yves zachary zbigniew zoltan";

/// Names of both.
const BOTH: &str = "addison alex ali andy angel ariel ashley aubrey avery blake brook brooke bryn cam carey casey
    chandler chen chris claude dakota dana darcy darian devon drew dylan ellis emerson finley francis gabriel hadley
    harley harper hunter jackie jaime jamie jan jean jess jesse jo jody jordan jules kai kelly kelsey kerry kim
    kris lee lindsay logan lou lynn marion max mel morgan nat nicky noel pat phil quinn ray reese riley robin rowan
    sam sandy sasha shawn sidney stevie sydney taylor teddy terry toni tracy val wei";

/// Family names of languages in which they stand before the given name.
const FAMILY_FIRST: &str = "ahn an bae baek ban bong cai cao chan chang chen cheng cheong cho choe choi chu chun chung
    cui deng ding do dong du fan fang feng fu gao geng gong gu guo gwak ha han hao he ho hong hou hu huang hui hwang hyon
    jang jeon jeong ji jia jiang jin jo joo jung kang kim ko koh kong ku kwak kwon lai le lee lei li liang liao lim lin
    liu lo long lu luo ma mao meng min mo moon na nam ngo nguyen no noh oh ou pae paek pak pan park peng pham phan pyo qi qian
    qin qiu ren ri rim roh ryang ryom ryu shao shen shi shin sim sin so sohn son song su suh sun tan tang tao thae tian tran
    tsai tsang tseng tso vo vu wan wang wei wen won woo wu xi xia xiao xie xing xu xue yan yang yao ye yeo yi yim yin
    yo yoo yoon you yu yuan yun zeng zhang zhao zheng zhou zhu zou";

/// What a given name tells of who bears it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bearer {
    /// A woman.
    Woman,
    /// A man.
    Man,
    /// Either.
    Either,
}

static NAMES: LazyLock<Map<&'static str, Bearer>> = LazyLock::new(|| {
    let mut names: Map<&str, Bearer> = Map::default();
    for (list, bearer) in [(WOMEN, Bearer::Woman), (MEN, Bearer::Man), (BOTH, Bearer::Either)] {
        for name in list.split_whitespace() {
            // What stands in two lists tells nothing.
            let told = names.get(name).is_none_or(|&other| other == bearer);
            names.insert(name, if told { bearer } else { Bearer::Either });
        }
    }
    names
});
static FAMILIES: LazyLock<Set<&'static str>> = LazyLock::new(|| FAMILY_FIRST.split_whitespace().collect());
/// What the lower-cased word tells as a given name; `None` where it is none that is known.
pub(crate) fn bearer(lower: &str) -> Option<Bearer> {
    NAMES.get(lower).copied()
}

/// Whether the lower-cased word is a family name that can stand before the given name.
pub(crate) fn stands_first(lower: &str) -> bool {
    FAMILIES.contains(lower)
}
