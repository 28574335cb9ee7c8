//! Each sentence is read by the recogniser of figures and by this pass; names are not needed here.

use super::*;
use crate::lang::en;
use crate::recognize::figure;

/// "amount: phrase > head", or "amount: -" where the text does not say.
fn counted(text: &str) -> Vec<String> {
    let document = Document::read(text, &en::LANGUAGE);
    let mut resolution = Resolution::default();
    attach(&document, &en::LANGUAGE, figure::Finder::new(&en::LANGUAGE).find(&document), &mut resolution);
    let show = |figure: &ResolvedFigure| {
        let amount = figure.mention.span.of(text);
        match figure.counts {
            Some(counts) => format!("{amount}: {} > {}", counts.phrase.of(text), counts.head.of(text)),
            None => format!("{amount}: -"),
        }
    };
    resolution.figures.iter().map(show).collect()
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(counted(text).join("; "), *expected, "{text}");
    }
}

#[test]
fn finds_the_noun_after_the_amount() {
    check(&[
        ("The storm caused more than 200 deaths there.", "200: deaths > deaths"),
        ("They lost 40 new fishing boats.", "40: new fishing boats > boats"),
        ("Some 1,200 people watched.", "1,200: people > people"),
        ("It sold 90 sports cars.", "90: sports cars > cars"),
        ("About 60 coal-fired plants closed.", "60: coal-fired plants > plants"),
        ("The firm hired two engineers last year.", "two: engineers > engineers"),
        ("Eight more towns flooded.", "Eight: towns > towns"),
        ("They hold three US men.", "three: US men > men"),
        ("One soldier died.", "One: soldier > soldier"),
        ("It is the third wave.", "third: wave > wave"),
    ]);
}

#[test]
fn follows_of_to_what_is_divided_or_chosen() {
    check(&[
        ("Some 4,000 of its miners struck.", "4,000: miners > miners"),
        ("They hold about 30 percent of cultivated land.", "30 percent: cultivated land > land"),
        ("Two of the minister's aides left.", "Two: aides > aides"),
        ("It shipped 12 million tonnes of wheat.", "12 million tonnes: wheat > wheat"),
        ("They spent $3 billion in aid and $2 million on ads.", "$3 billion: aid > aid; $2 million: -"),
    ]);
}

#[test]
fn finds_what_a_describing_amount_describes() {
    check(&[
        ("He paid a $600 fine.", "$600: fine > fine"),
        ("She bought a 20-km stretch.", "20-km: stretch > stretch"),
        ("They signed a three-year contract.", "three-year: contract > contract"),
    ]);
}

#[test]
fn counts_the_word_that_is_glued_to_the_number() {
    check(&[
        ("He read a 12-page report.", "12: page > page"),
        ("The 11 member board met.", "11: member > member"),
        ("Two 12-page letters came.", "Two: letters > letters; 12: page > page"),
        ("They built two-legged robots.", "two: legged robots > robots"),
        ("He had a one-shot lead.", "one: shot > shot"),
        ("The second half began.", "second: half > half"),
        ("It was the first-ever black nominee.", "first: black nominee > nominee"),
        ("It is a two-way street.", "two: -"),
        ("The second-half profit fell.", "second: half > half"),
        ("The world's 500 largest banks met.", "500: largest banks > banks"),
    ]);
}

#[test]
fn ends_the_phrase_before_a_verb() {
    check(&[
        ("About 4 grams of the grease saves the engine.", "4 grams: grease > grease"),
        ("A 3-metre snake living in a shed bit him.", "3-metre: snake > snake"),
        ("The blast left 40 people dead.", "40: people > people"),
        ("The 42-year-old shocked his rivals.", "42-year-old: -"),
        ("Some 2.4 percent of the population using it wrote in.", "2.4 percent: population > population"),
        ("The second seed Dana Pohl won.", "second: seed > seed"),
        ("It was the 15th annual Comedy Awards.", "15th: annual Comedy Awards > Awards"),
        ("The number of films produced in Mali fell 4 percent.", "4 percent: films > films"),
    ]);
}

#[test]
fn reaches_the_noun_across_words_that_describe_it() {
    check(&[
        ("Police freed 20 under-aged workers.", "20: under-aged workers > workers"),
        ("They will build 9,000 new \"cheap\" homes.", "9,000: new \"cheap\" homes > homes"),
        ("It hired ten former outside directors.", "ten: former outside directors > directors"),
        ("It fixed seven newly found flaws.", "seven: newly found flaws > flaws"),
        ("They counted 12 such cases.", "12: cases > cases"),
        ("Some 10 first responders fell ill.", "10: responders > responders; first: responders > responders"),
        ("The first two governors quit.", "first: governors > governors; two: governors > governors"),
        ("She drove in two runs.", "two: runs > runs"),
        ("He asks for a permanent 10 percent cap.", "10 percent: cap > cap"),
        (
            "The farm has 300 acres (120 hectares) of wheat.",
            "300 acres: wheat > wheat; 120 hectares: wheat > wheat",
        ),
    ]);
}

#[test]
fn shares_a_noun_with_another_figure() {
    check(&[
        ("Of the 300 seats, 120 went to her party.", "300: seats > seats; 120: seats > seats"),
        ("The towns had 11 and six cases.", "11: cases > cases; six: cases > cases"),
        ("It won 12 seats, up from four.", "12: seats > seats; four: seats > seats"),
        ("He won three prizes, while she won two.", "three: prizes > prizes; two: prizes > prizes"),
        ("Ten growers agreed, two agreed later.", "Ten: growers > growers; two: growers > growers"),
        (
            "Some 50 percent of the land is sown, while 20 percent remains idle.",
            "50 percent: land > land; 20 percent: land > land",
        ),
        ("He owns nine boats, two of them new.", "nine: boats > boats; two: boats > boats"),
        ("They lost their ships, 12 of which were new.", "12: ships > ships"),
        ("He paid a fine of £8 ($10).", "£8: fine > fine; $10: fine > fine"),
        ("The gap fell from ten points to three.", "ten: points > points; three: points > points"),
        ("He will stay a week or two.", "a week or two: -"),
    ]);
}

#[test]
fn finds_the_quantity_that_the_figure_is_said_of() {
    check(&[
        ("Exports to Asia fell by 3 percent.", "3 percent: Exports > Exports"),
        ("Factory output is expected to rise 4%.", "4%: Factory output > output"),
        ("The death toll rose to 42 from 38.", "42: death toll > toll; 38: death toll > toll"),
        ("Officials said turnout was 62%.", "62%: turnout > turnout"),
        ("The court imposed a fine of $3 billion.", "$3 billion: fine > fine"),
        ("Prices rose as crude exports fell 8%.", "8%: crude exports > exports"),
        ("They suggest the average price of a home stands at $9.", "$9: average price > price"),
        ("Its fleets, whose sails are twice longer.", "twice: sails > sails"),
        (
            "There is an initial investment of around $10 million.",
            "$10 million: initial investment > investment",
        ),
        ("The lender cut its forecast to 3 percent.", "3 percent: forecast > forecast"),
        ("It raised the odds of a loss by 3 percent.", "3 percent: odds > odds"),
        (
            "The index rose 20 points, or 2%, to 1,400.",
            "20: points > points; 2%: index > index; 1,400: index > index",
        ),
        ("They cut poverty to 36% from 53%.", "36%: poverty > poverty; 53%: poverty > poverty"),
        ("It told of a rise in profits to $45.", "$45: profits > profits"),
        ("The industrial average fell 4%.", "4%: industrial average > average"),
        ("It ended with sales down 3%.", "3%: sales > sales"),
        ("Gross output (GO) grew by a steep 4%.", "4%: Gross output > output"),
        ("They sell lines with speeds which are about 2 Mbps.", "2 Mbps: speeds > speeds"),
        (
            "He sold a 5 percent stake, then 9 percent ownership.",
            "5 percent: stake > stake; 9 percent: ownership > ownership",
        ),
        ("He is 99 percent certain.", "99 percent: -"),
        ("The line could cost up to $9.", "$9: line > line"),
        ("The number of visitors fell 8%.", "8%: visitors > visitors"),
    ]);
}

#[test]
fn finds_what_a_bare_number_has_become() {
    check(&[
        ("At least 300 have been wounded.", "300: wounded > wounded"),
        ("The blast left 12 dead and 30 injured.", "12: dead > dead; 30: injured > injured"),
        ("Some 460 cars were stolen, compared with 63 in May.", "460: cars > cars; 63: cars > cars"),
    ]);
}

#[test]
fn says_nothing_where_the_text_does_not() {
    check(&[
        ("There were 2 million of them.", "2 million: -"),
        ("It rose 3 percent.", "3 percent: -"),
        ("Oil sold at $80 a barrel.", "$80: -"),
        ("He stayed three years.", "three years: -"),
        ("She is 42.", "42: -"),
        ("He left within two days of the vote.", "two days: -"),
        ("For some there may be 40 percent.", "40 percent: -"),
        ("It sold more copies than the top 20.", "20: -"),
        ("Shares closed at 458 pence in early trading.", "458 pence: Shares > Shares"),
    ]);
}

#[test]
fn reads_figures_at_the_end_of_a_text() {
    check(&[
        ("He was the third and", "third: -"),
        ("It has a 12-", "12: -"),
        ("Up to 3", "3: -"),
        ("They took 40 of", "40: -"),
    ]);
}

#[test]
fn stretches_the_outer_span_over_what_follows_only() {
    let outer = |text: &str| {
        let document = Document::read(text, &en::LANGUAGE);
        let mut resolution = Resolution::default();
        attach(&document, &en::LANGUAGE, figure::Finder::new(&en::LANGUAGE).find(&document), &mut resolution);
        resolution.figures[0].outer.of(text).to_owned()
    };
    assert_eq!(outer("They counted at least 700 of its boats."), "at least 700 of its boats");
    assert_eq!(outer("Exports fell by 3 percent."), "3 percent");
}

#[test]
fn counts_what_comparisons_and_worths_speak_of() {
    check(&[
        ("They used 20 percent less water.", "20 percent: water > water"),
        ("It is 20 percent more expensive.", "20 percent: -"),
        ("Debts rose by 2 percent to a record of $5.", "2 percent: Debts > Debts; $5: Debts > Debts"),
        (
            "He beat the record of 12 laps, the 100m silver medallist.",
            "12: laps > laps; 100m: silver medallist > medallist",
        ),
        ("They seized two tonnes more copper.", "two tonnes: copper > copper"),
        ("The case of 12 looms worth $3 million went on.", "12: looms > looms; $3 million: looms > looms"),
        ("Only six out of the valley's 30 mills run.", "six: mills > mills; 30: mills > mills"),
        ("There were 60 reported thefts there.", "60: reported thefts > thefts"),
        ("They won five gold and two bronze.", "five: gold > gold; two: bronze > bronze"),
        ("Dozens and perhaps hundreds of mills closed.", "Dozens: mills > mills; hundreds: mills > mills"),
    ]);
}

#[test]
fn ends_a_phrase_before_the_next_one() {
    check(&[
        ("It is the first time officials have spoken.", "first: time > time"),
        ("In five towns police closed roads.", "five: towns > towns"),
        ("Some 17 police patrol boats left.", "17: police patrol boats > boats"),
        ("The 16 stand accused of theft.", "16: -"),
        ("About 9 percent of those taken ill died.", "9 percent: -"),
        ("A mother of two left.", "two: -"),
        ("The two spin-offs grew.", "two: spin-offs > spin-offs"),
        ("They paid $3 million in exchange for it.", "$3 million: -"),
        ("Oil rose 36 cents in early trading.", "36 cents: Oil > Oil"),
        ("The mill is to cut staff by 900.", "900: staff > staff"),
        ("Its stocks sharply fell by 30 percent.", "30 percent: stocks > stocks"),
    ]);
}

#[test]
fn takes_the_noun_of_another_figure_or_of_the_whole() {
    check(&[
        ("The fire killed 12 people and injured 24.", "12: people > people; 24: people > people"),
        ("Of its farmers, 30 % reside there.", "30 %: farmers > farmers"),
        ("It took 9 percent of the country's overall water use.", "9 percent: overall water use > use"),
        (
            "It is a third of Chad's 12 million people.",
            "a third: people > people; 12 million: people > people",
        ),
        ("It killed 22 Iraqis.", "22: Iraqis > Iraqis"),
        ("It is one of the goals I've set.", "one: goals > goals"),
        ("It grew for the third year running.", "third: year > year"),
        ("It is a loan for first time buyers.", "first: time buyers > buyers"),
        ("It saw a 2 percent rise year on year.", "2 percent: rise > rise"),
        ("It found two 'ghost' ships.", "two: ships > ships"),
        ("He died at the age of 31.", "31: -"),
        ("It is as heavy as two Chinese adult males.", "two: Chinese adult males > males"),
    ]);
}

#[test]
fn reads_tables_of_results() {
    check(&[
        (
            "Lions 31, Sharks 14; Bears 20, Wolves 9.",
            "31: Lions > Lions; 14: Sharks > Sharks; 20: Bears > Bears; 9: Wolves > Wolves",
        ),
        ("Seats: Greens 40, Social Liberals 22.", "40: Greens > Greens; 22: Social Liberals > Liberals"),
        ("They fly the Comet 4, the Trident 3 and others.", "4: -; 3: -"),
        ("Ana Pohl, 34, and Bo Lind, 40, won.", "34: -; 40: -"),
    ]);
}

#[test]
fn names_what_money_is_given_for() {
    check(&[
        ("She paid $40 for a used bike.", "$40: bike > bike"),
        (
            "They will spend $6 million on a second bridge.",
            "$6 million: bridge > bridge; second: bridge > bridge",
        ),
        ("It ordered 12 trams for $90 million.", "12: trams > trams; $90 million: trams > trams"),
        ("The old mill sold for $2 million.", "$2 million: old mill > mill"),
        ("The lamp sells in Peru for $40.", "$40: lamp > lamp"),
        ("They paid $6 million for him.", "$6 million: -"),
        ("He left home for $40.", "$40: -"),
    ]);
}

#[test]
fn names_what_is_set_at_a_level() {
    check(&[
        ("Medics put the number of dead at eight.", "eight: dead > dead"),
        ("The sale values the brewery at $3 million.", "$3 million: brewery > brewery"),
        ("The bank kept its rate steady at 2 percent.", "2 percent: rate > rate"),
        ("They put it at 38.", "38: -"),
    ]);
}

#[test]
fn finds_the_noun_right_before_what_describes_it() {
    check(&[
        ("They gave it to children aged 5 to 12.", "5 to 12: children > children"),
        ("He died of heart failure aged 70.", "70: -"),
        ("It asked voters under 25.", "25: voters > voters"),
        ("They found a wire 2 millimetres thick.", "2 millimetres: wire > wire"),
        ("It forecasts a deficit twice as large.", "twice: deficit > deficit"),
        ("The queen lives twice as long.", "twice: -"),
        (
            "The rate, now 31 percent, must come down to 20 percent.",
            "31 percent: rate > rate; 20 percent: rate > rate",
        ),
    ]);
}

#[test]
fn goes_on_from_the_figure_before() {
    check(&[
        (
            "Prices rose to 4 percent from 3 percent.",
            "4 percent: Prices > Prices; 3 percent: Prices > Prices",
        ),
        (
            "It had a profit of $3, up 18 percent from $2.",
            "$3: profit > profit; 18 percent: profit > profit; $2: profit > profit",
        ),
        ("It took a loan of $9 from Peru, of which $2 is paid.", "$9: loan > loan; $2: loan > loan"),
        ("It added 300 jobs, more than the 90 that it lost.", "300: jobs > jobs; 90: jobs > jobs"),
        (
            "It is the fourth truce this year, and the first to hold.",
            "fourth: truce > truce; first: truce > truce",
        ),
        ("The fee rose 3 percent to $6.", "3 percent: fee > fee; $6: fee > fee"),
        (
            "Some 16 percent of women agreed, compared with 30 percent of men.",
            "16 percent: women > women; 30 percent: men > men",
        ),
        ("Seats start at $9 and run to $25.", "$9: Seats > Seats; $25: Seats > Seats"),
    ]);
}

#[test]
fn counts_events_and_what_is_multiplied() {
    check(&[
        ("The ward was shelled 14 times.", "14 times: times > times"),
        ("Costs could rise 10 times.", "10 times: Costs > Costs"),
        ("He wanted five times the price.", "five times: price > price"),
        ("It is worth 14 times earnings.", "14 times: earnings > earnings"),
    ]);
}

#[test]
fn counts_again_what_the_sentence_has_counted() {
    check(&[
        (
            "Built for 90 passengers, it carried 160.",
            "90: passengers > passengers; 160: passengers > passengers",
        ),
        ("Ten women sat there, and now there are 40.", "Ten: women > women; 40: women > women"),
        ("I can pay two pickers, not six.", "two: pickers > pickers; six: pickers > pickers"),
        ("It killed 17 people, nine of them children.", "17: people > people; nine: children > children"),
        ("About 90 percent of those firms asked agreed.", "90 percent: firms > firms"),
    ]);
}

#[test]
fn takes_no_verb_for_a_noun() {
    check(&[
        ("Two broke collarbones.", "Two: -"),
        ("Half the room looks tired.", "Half: room > room"),
        ("Eight made it.", "Eight: -"),
        ("More than 2 million Sudanese fled.", "2 million: Sudanese > Sudanese"),
        ("It was the second-lowest figure.", "second: figure > figure"),
        ("It has 72 percent of the total.", "72 percent: total > total"),
    ]);
}
