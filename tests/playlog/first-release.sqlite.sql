BEGIN TRANSACTION;
CREATE TABLE airings (
	station VARCHAR(200) NOT NULL, 
	slot DATETIME NOT NULL, 
	number INTEGER NOT NULL, 
	event VARCHAR(64) NOT NULL, 
	article VARCHAR(64) NOT NULL, 
	slug VARCHAR(80) DEFAULT '' NOT NULL, 
	headline VARCHAR(500) DEFAULT '' NOT NULL, 
	words VARCHAR(500) DEFAULT '' NOT NULL, 
	copy VARCHAR(20000) DEFAULT '' NOT NULL, 
	category VARCHAR(64) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_airings PRIMARY KEY (station, slot, number), 
	CONSTRAINT fk_airings_bulletins FOREIGN KEY(station, slot) REFERENCES bulletins (station, slot) ON DELETE CASCADE
);
INSERT INTO "airings" VALUES('demo','2026-03-09 12:00:00.000000',1,'9cf25a25c0cd','9cf25a25c0cd','rains-reach-kano,-roads-are-cut','Rains reach Kano, roads are cut','rains reach kano roads are cut','Rains reach Kano, roads are cut, they say.','local');
INSERT INTO "airings" VALUES('demo','2026-03-09 12:00:00.000000',2,'c9c048b4b1bf','c9c048b4b1bf','ìbàdàn-market-opens-–-at-last','Ìbàdàn market opens – at last','ibadan market opens at last','Ìbàdàn market opens – at last, they say.','local');
CREATE TABLE bulletins (
	station VARCHAR(200) NOT NULL, 
	slot DATETIME NOT NULL, 
	status VARCHAR(10) NOT NULL, 
	token VARCHAR(64) NOT NULL, 
	holder VARCHAR(200) NOT NULL, 
	attempt INTEGER NOT NULL, 
	began DATETIME NOT NULL, 
	changed DATETIME NOT NULL, 
	until DATETIME, 
	template VARCHAR(200) DEFAULT '' NOT NULL, 
	script VARCHAR(2000) DEFAULT '' NOT NULL, 
	script_hash VARCHAR(64) DEFAULT '' NOT NULL, 
	name VARCHAR(200) DEFAULT '' NOT NULL, 
	title VARCHAR(500) DEFAULT '' NOT NULL, 
	voice VARCHAR(200) DEFAULT '' NOT NULL, 
	folder VARCHAR(2000) DEFAULT '' NOT NULL, 
	audio VARCHAR(2000) DEFAULT '' NOT NULL, 
	duration_seconds FLOAT, 
	loudness_lufs FLOAT, 
	true_peak_dbtp FLOAT, 
	reason VARCHAR(1000) DEFAULT '' NOT NULL, 
	kept VARCHAR(10) DEFAULT '' NOT NULL, 
	considered INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_bulletins PRIMARY KEY (station, slot)
);
INSERT INTO "bulletins" VALUES('demo','2026-03-09 12:00:00.000000','aired','796a553d3028467ea50ac83ab7dabdd5','studio-1:411',1,'2026-03-09 11:55:00.000000','2026-03-09 12:00:00.000000',NULL,'hourly','scripts/demo/2026-03-09/1300-hourly.md','5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c','demo-20260309T1200-hourly','Demo Radio News, 1pm','tone','audio_out/demo/2026-03-09/1200-hourly','bulletin.mp3',179.5,-16.0,-1.2,'','',3);
INSERT INTO "bulletins" VALUES('demo','2026-03-09 13:00:00.000000','none','f6da71bb85144682b1eea1c1fd2336c6','studio-1:412',1,'2026-03-09 12:55:00.000000','2026-03-09 12:56:00.000000',NULL,'','','','','','','','',NULL,NULL,NULL,'nothing came in on the wires','',0);
INSERT INTO "bulletins" VALUES('demo','2026-03-09 14:00:00.000000','failed','37a255914d3448a6901d1572cce6d3e7','studio-1:413',1,'2026-03-09 13:55:00.000000','2026-03-09 13:56:00.000000',NULL,'','','','','','','','',NULL,NULL,NULL,'the voice failed','',0);
INSERT INTO "bulletins" VALUES('kano','2026-03-09 14:00:00.000000','scripted','bbe7ff800b934e24acf328a61c79e59d','studio-2:77',1,'2026-03-09 13:55:00.000000','2026-03-09 13:57:00.000000','2026-03-09 14:10:00.000000','headlines','scripts/kano.md','bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','','','','','',NULL,NULL,NULL,'','',0);
CREATE TABLE choices (
	station VARCHAR(200) NOT NULL, 
	slot DATETIME NOT NULL, 
	number INTEGER NOT NULL, 
	event VARCHAR(64) NOT NULL, 
	article VARCHAR(64) NOT NULL, 
	item VARCHAR(16) NOT NULL, 
	place INTEGER, 
	score FLOAT NOT NULL, 
	breaking BOOLEAN NOT NULL, 
	is_update BOOLEAN NOT NULL, 
	reason VARCHAR(1000) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_choices PRIMARY KEY (station, slot, number), 
	CONSTRAINT fk_choices_bulletins FOREIGN KEY(station, slot) REFERENCES bulletins (station, slot) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "choices" VALUES('demo','2026-03-09 12:00:00.000000',1,'9cf25a25c0cd','9cf25a25c0cd','87d9562f931ac418',1,2.5,1,0,'leads: 2 sources');
INSERT INTO "choices" VALUES('demo','2026-03-09 12:00:00.000000',2,'c9c048b4b1bf','c9c048b4b1bf','a491bf24d0161a5c',2,1.5,0,0,'number 2: local, 1 h old');
INSERT INTO "choices" VALUES('demo','2026-03-09 12:00:00.000000',3,'e33cdcaf2819','e33cdcaf2819','10ba85a9eef1e7fe',NULL,0.25,0,0,'stale: 25 h old, 24 h is the most');
CREATE TABLE happenings (
	id INTEGER NOT NULL, 
	station VARCHAR(200) NOT NULL, 
	slot DATETIME NOT NULL, 
	at DATETIME NOT NULL, 
	what VARCHAR(64) NOT NULL, 
	"by" VARCHAR(200) DEFAULT '' NOT NULL, 
	note VARCHAR(1000) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_happenings PRIMARY KEY (id), 
	CONSTRAINT fk_happenings_bulletins FOREIGN KEY(station, slot) REFERENCES bulletins (station, slot) ON DELETE CASCADE
);
INSERT INTO "happenings" VALUES(1,'demo','2026-03-09 12:00:00.000000','2026-03-09 11:55:00.000000','claimed','studio-1:411','');
INSERT INTO "happenings" VALUES(2,'demo','2026-03-09 12:00:00.000000','2026-03-09 11:55:00.000000','scripted','studio-1:411','scripts/demo/2026-03-09/1300-hourly.md');
INSERT INTO "happenings" VALUES(3,'demo','2026-03-09 12:00:00.000000','2026-03-09 11:56:00.000000','approved','Ada','good');
INSERT INTO "happenings" VALUES(4,'demo','2026-03-09 12:00:00.000000','2026-03-09 11:57:00.000000','made','studio-1:411','demo-20260309T1200-hourly in audio_out/demo/2026-03-09/1200-hourly');
INSERT INTO "happenings" VALUES(5,'demo','2026-03-09 12:00:00.000000','2026-03-09 11:58:00.000000','delivered','folder','');
INSERT INTO "happenings" VALUES(6,'demo','2026-03-09 12:00:00.000000','2026-03-09 11:59:00.000000','delivered','folder','');
INSERT INTO "happenings" VALUES(7,'demo','2026-03-09 12:00:00.000000','2026-03-09 11:59:00.000000','delivered','liquidsoap','');
INSERT INTO "happenings" VALUES(8,'demo','2026-03-09 12:00:00.000000','2026-03-09 12:00:00.000000','aired','liquidsoap','');
INSERT INTO "happenings" VALUES(9,'demo','2026-03-09 13:00:00.000000','2026-03-09 12:55:00.000000','claimed','studio-1:412','');
INSERT INTO "happenings" VALUES(10,'demo','2026-03-09 13:00:00.000000','2026-03-09 12:56:00.000000','none','studio-1:412','nothing came in on the wires');
INSERT INTO "happenings" VALUES(11,'demo','2026-03-09 14:00:00.000000','2026-03-09 13:55:00.000000','claimed','studio-1:413','');
INSERT INTO "happenings" VALUES(12,'demo','2026-03-09 14:00:00.000000','2026-03-09 13:56:00.000000','failed','studio-1:413','the voice failed');
INSERT INTO "happenings" VALUES(13,'kano','2026-03-09 14:00:00.000000','2026-03-09 13:55:00.000000','claimed','studio-2:77','');
INSERT INTO "happenings" VALUES(14,'kano','2026-03-09 14:00:00.000000','2026-03-09 13:56:00.000000','scripted','studio-2:77','scripts/kano.md');
INSERT INTO "happenings" VALUES(15,'kano','2026-03-09 14:00:00.000000','2026-03-09 13:56:00.000000','approved','Ada','');
INSERT INTO "happenings" VALUES(16,'kano','2026-03-09 14:00:00.000000','2026-03-09 13:57:00.000000','scripted','studio-2:77','scripts/kano.md');
CREATE TABLE marks (
	station VARCHAR(200) NOT NULL, 
	event VARCHAR(64) NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	until DATETIME, 
	made DATETIME NOT NULL, 
	note VARCHAR(1000) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_marks PRIMARY KEY (station, event, kind)
);
INSERT INTO "marks" VALUES('demo','9cf25a25c0cd','pin','2026-03-09 18:00:00.000000','2026-03-09 12:00:00.000000','until the rains end');
INSERT INTO "marks" VALUES('demo','e33cdcaf2819','kill',NULL,'2026-03-09 12:00:00.000000','');
CREATE TABLE playlog_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT playlog_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "playlog_version" VALUES('0001');
CREATE TABLE seen (
	article VARCHAR(64) NOT NULL, 
	item VARCHAR(16) NOT NULL, 
	wire VARCHAR(500) DEFAULT '' NOT NULL, 
	guid VARCHAR(500) DEFAULT '' NOT NULL, 
	url VARCHAR(2000) DEFAULT '' NOT NULL, 
	link VARCHAR(16) DEFAULT '' NOT NULL, 
	source VARCHAR(200) DEFAULT '' NOT NULL, 
	headline VARCHAR(500) DEFAULT '' NOT NULL, 
	words VARCHAR(500) DEFAULT '' NOT NULL, 
	slug VARCHAR(80) DEFAULT '' NOT NULL, 
	category VARCHAR(64) DEFAULT '' NOT NULL, 
	language VARCHAR(64) DEFAULT '' NOT NULL, 
	published DATETIME, 
	first_seen DATETIME NOT NULL, 
	last_seen DATETIME NOT NULL, 
	CONSTRAINT pk_seen PRIMARY KEY (article, item)
)
 WITHOUT ROWID

;
INSERT INTO "seen" VALUES('7fb6185f1385','b74ec313a3a81c2f','https://other.example/feed','Kano roads under water','','','','Kano roads under water','kano roads under water','kano-roads-under-water','','en',NULL,'2026-03-09 11:55:00.000000','2026-03-09 11:55:00.000000');
INSERT INTO "seen" VALUES('9cf25a25c0cd','87d9562f931ac418','https://wire.example/feed','kano','https://wire.example/kano','735230d1f89429d5','','Rains reach Kano, roads are cut','rains reach kano roads are cut','rains-reach-kano-roads-are-cut','','en',NULL,'2026-03-09 11:50:00.000000','2026-03-09 11:50:00.000000');
INSERT INTO "seen" VALUES('c9c048b4b1bf','a491bf24d0161a5c','https://wire.example/feed','Ìbàdàn market opens – at last','https://wire.example/ibadan','3248f0ff9d3b98ff','Radio Ọ̀yọ́','Ìbàdàn market opens – at last','ibadan market opens at last','ibadan-market-opens-at-last','local','en','2026-03-09 11:00:00.000000','2026-03-09 11:40:00.000000','2026-03-09 11:40:00.000000');
INSERT INTO "seen" VALUES('de40bedc221f','87d9562f931ac418','https://wire.example/feed','kano','https://wire.example/kano','735230d1f89429d5','','Rains reach Kano','rains reach kano','rains-reach-kano','','en-NG',NULL,'2026-03-09 11:40:00.000000','2026-03-09 11:40:00.000000');
INSERT INTO "seen" VALUES('e33cdcaf2819','10ba85a9eef1e7fe','https://wire.example/feed','Cup final is moved','','','','Cup final is moved','cup final is moved','cup-final-is-moved','','en',NULL,'2026-03-09 11:55:00.000000','2026-03-09 11:55:00.000000');
CREATE TABLE tellings (
	event VARCHAR(64) NOT NULL, 
	article VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_tellings PRIMARY KEY (event, article)
)
 WITHOUT ROWID

;
INSERT INTO "tellings" VALUES('9cf25a25c0cd','7fb6185f1385');
INSERT INTO "tellings" VALUES('9cf25a25c0cd','9cf25a25c0cd');
INSERT INTO "tellings" VALUES('c9c048b4b1bf','c9c048b4b1bf');
INSERT INTO "tellings" VALUES('e33cdcaf2819','e33cdcaf2819');
CREATE INDEX ix_seen_item ON seen (item);
CREATE INDEX ix_seen_link ON seen (link);
CREATE INDEX ix_seen_slug ON seen (slug);
CREATE INDEX ix_seen_last_seen ON seen (last_seen);
CREATE INDEX ix_tellings_article ON tellings (article);
CREATE INDEX ix_bulletins_slot ON bulletins (slot);
CREATE INDEX ix_choices_event_station_slot ON choices (event, station, slot);
CREATE INDEX ix_choices_slot ON choices (slot);
CREATE INDEX ix_airings_event ON airings (event);
CREATE INDEX ix_airings_slug ON airings (slug);
CREATE INDEX ix_happenings_station_slot ON happenings (station, slot);
COMMIT;
