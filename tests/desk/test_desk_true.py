"""What the desk once said and must never say again: sentences that lost their subject, their verb or their truth on the way."""

from __future__ import annotations

import pytest

from bulletin.desk import condense
from bulletin.errors import NoNews
from bulletin.model import Article

LEAD = "The parliament of Sokara will meet again in the first week of May."

FALSE = [
    ("The finance minister, Wale Bello, who has been under pressure since the budget was leaked, told reporters in Lagos that he would stay.", "Reporters told"),
    ("Police arrested two men from Ikot on Friday, who had sold the boats of the council to a trader from the far coast.", "Friday had"),
    ("Four officers were jailed for fifteen years for the murder of a Mozambican taxi driver who was dragged behind their van near Sokara.", "The murder was"),
    ("The drugs, hidden in bags of charcoal, were found by a sniffer dog at the port of Tema in a container that was bound for Rotterdam.", "The port was"),
    ("Voters in Mbale elected on Tuesday by a margin of nearly two to one a candidate who had died four days before the vote.", "The margin had"),
    ("The talks were opened by the vice-president of Sudan, who left Khartoum in April after his house was hit by a shell.", "Sudan left"),
    ("The chief minister said the gunmen were led on Sunday by former bodyguards of the last president, who has condemned the violence.", "The president has"),
    ("The court freed the acting chief of the port authority, who spent eleven months in prison, and ordered the state to pay him.", "The authority spent"),
    ("The athletics federation has banned Rose Jepkemoi, who won the marathon in 2022, for four years after she failed a test for a drug.", "Rose Jepkemoi won the marathon"),
    ("Tributes have been paid to the novelist Ama Darko, who died in Kumasi on Saturday, by writers across Africa and by the president.", "Ama Darko died in Kumasi on Saturday, by"),
    ("The president pardoned 38 prisoners, among them a journalist who had served four years for insulting him, to mark the day of independence.", "The journalist had served four years for insulting him, to"),
    ("The widow of an Air Force pilot, who died in a plane crash, has been given a house in the capital by the state government.", "The widow died"),
    ("The singer, best known for her song about the uprising, which was banned by the old government for eleven years, died on Friday.", "The singer was banned"),
    ("Twenty pupils were taken to hospital after eating beans at a school in Bauchi, and the cook, who says she is innocent, was arrested.", "and the cook."),
    ("A fire destroyed more than two hundred shops in Onitsha on Saturday before firefighters, who arrived an hour late, could put it out.", "before firefighters."),
    ("The ambassador was called to the ministry in Pretoria to explain why a Russian ship, which had been seen at night, was allowed to load.", "a Russian ship."),
    ("The actor, dressed in a long blue robe and accompanied by his daughters, told fans in Accra that he would never make another film.", "blue robe."),
    ("The hospital in Khartoum that treated the wounded has closed after a strike hit it, the doctors' union said, and patients are being moved.", "has closed."),
    ("Gunmen killed the mayor of a town in the north on Thursday, police said, hours before he was to testify against a senator of the town.", "said hours before"),
    ("Residents of Bamenda said soldiers burned at least a dozen shops in the town, but the army said rebels had set all of the fires.", "Residents said the army"),
    ("The president's spokesman said on Sunday that reports of a coup were false and that gunfire near the barracks came from an exercise.", "spokesman reports"),
    ("The army has promised elections within two years, but critics note that the general, who took power in May, made the same promise last year.", "the general."),
    ("The women's team beat Argentina by ten points in Durban on Saturday - a victory that gave the country its first title in more than a decade.", "- a victory."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "false"), FALSE)
def test_it_is_not_said(text: str, false: str) -> None:
    for words in (12, 16, 20, 26, 32, 38, 60):
        for paragraphs in ((text,), (LEAD, text)):
            try:
                story = condense(Article("0" * 12, "", paragraphs), words)
            except NoNews:
                continue
            copy = " ".join(line.text for line in story.copy)
            assert false not in copy
