SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.airings (
    station character varying(200) NOT NULL,
    slot timestamp with time zone NOT NULL,
    number integer NOT NULL,
    event character varying(64) NOT NULL,
    article character varying(64) NOT NULL,
    slug character varying(80) DEFAULT ''::character varying NOT NULL,
    headline character varying(500) DEFAULT ''::character varying NOT NULL,
    words character varying(500) DEFAULT ''::character varying NOT NULL,
    copy character varying(20000) DEFAULT ''::character varying NOT NULL,
    category character varying(64) DEFAULT ''::character varying NOT NULL
);

CREATE TABLE public.bulletins (
    station character varying(200) NOT NULL,
    slot timestamp with time zone NOT NULL,
    status character varying(10) NOT NULL,
    token character varying(64) NOT NULL,
    holder character varying(200) NOT NULL,
    attempt integer NOT NULL,
    began timestamp with time zone NOT NULL,
    changed timestamp with time zone NOT NULL,
    until timestamp with time zone,
    template character varying(200) DEFAULT ''::character varying NOT NULL,
    script character varying(2000) DEFAULT ''::character varying NOT NULL,
    script_hash character varying(64) DEFAULT ''::character varying NOT NULL,
    name character varying(200) DEFAULT ''::character varying NOT NULL,
    title character varying(500) DEFAULT ''::character varying NOT NULL,
    voice character varying(200) DEFAULT ''::character varying NOT NULL,
    folder character varying(2000) DEFAULT ''::character varying NOT NULL,
    audio character varying(2000) DEFAULT ''::character varying NOT NULL,
    duration_seconds double precision,
    loudness_lufs double precision,
    true_peak_dbtp double precision,
    reason character varying(1000) DEFAULT ''::character varying NOT NULL,
    kept character varying(10) DEFAULT ''::character varying NOT NULL,
    considered integer DEFAULT 0 NOT NULL
);

CREATE TABLE public.choices (
    station character varying(200) NOT NULL,
    slot timestamp with time zone NOT NULL,
    number integer NOT NULL,
    event character varying(64) NOT NULL,
    article character varying(64) NOT NULL,
    item character varying(16) NOT NULL,
    place integer,
    score double precision NOT NULL,
    breaking boolean NOT NULL,
    is_update boolean NOT NULL,
    reason character varying(1000) DEFAULT ''::character varying NOT NULL
);

CREATE TABLE public.happenings (
    id bigint NOT NULL,
    station character varying(200) NOT NULL,
    slot timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    what character varying(64) NOT NULL,
    by character varying(200) DEFAULT ''::character varying NOT NULL,
    note character varying(1000) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.happenings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.happenings_id_seq OWNED BY public.happenings.id;

CREATE TABLE public.marks (
    station character varying(200) NOT NULL,
    event character varying(64) NOT NULL,
    kind character varying(10) NOT NULL,
    until timestamp with time zone,
    made timestamp with time zone NOT NULL,
    note character varying(1000) DEFAULT ''::character varying NOT NULL
);

CREATE TABLE public.playlog_version (
    version_num character varying(32) NOT NULL
);

CREATE TABLE public.seen (
    article character varying(64) NOT NULL,
    item character varying(16) NOT NULL,
    wire character varying(500) DEFAULT ''::character varying NOT NULL,
    guid character varying(500) DEFAULT ''::character varying NOT NULL,
    url character varying(2000) DEFAULT ''::character varying NOT NULL,
    link character varying(16) DEFAULT ''::character varying NOT NULL,
    source character varying(200) DEFAULT ''::character varying NOT NULL,
    headline character varying(500) DEFAULT ''::character varying NOT NULL,
    words character varying(500) DEFAULT ''::character varying NOT NULL,
    slug character varying(80) DEFAULT ''::character varying NOT NULL,
    category character varying(64) DEFAULT ''::character varying NOT NULL,
    language character varying(64) DEFAULT ''::character varying NOT NULL,
    published timestamp with time zone,
    first_seen timestamp with time zone NOT NULL,
    last_seen timestamp with time zone NOT NULL
);

CREATE TABLE public.tellings (
    event character varying(64) NOT NULL,
    article character varying(64) NOT NULL
);

ALTER TABLE ONLY public.happenings ALTER COLUMN id SET DEFAULT nextval('public.happenings_id_seq'::regclass);

INSERT INTO public.airings VALUES ('demo', '2026-03-09 12:00:00+00', 1, '9cf25a25c0cd', '9cf25a25c0cd', 'rains-reach-kano,-roads-are-cut', 'Rains reach Kano, roads are cut', 'rains reach kano roads are cut', 'Rains reach Kano, roads are cut, they say.', 'local');
INSERT INTO public.airings VALUES ('demo', '2026-03-09 12:00:00+00', 2, 'c9c048b4b1bf', 'c9c048b4b1bf', 'ìbàdàn-market-opens-–-at-last', 'Ìbàdàn market opens – at last', 'ibadan market opens at last', 'Ìbàdàn market opens – at last, they say.', 'local');

INSERT INTO public.bulletins VALUES ('demo', '2026-03-09 12:00:00+00', 'aired', '796a553d3028467ea50ac83ab7dabdd5', 'studio-1:411', 1, '2026-03-09 11:55:00+00', '2026-03-09 12:00:00+00', NULL, 'hourly', 'scripts/demo/2026-03-09/1300-hourly.md', '5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c', 'demo-20260309T1200-hourly', 'Demo Radio News, 1pm', 'tone', 'audio_out/demo/2026-03-09/1200-hourly', 'bulletin.mp3', 179.5, -16, -1.2, '', '', 3);
INSERT INTO public.bulletins VALUES ('demo', '2026-03-09 13:00:00+00', 'none', 'f6da71bb85144682b1eea1c1fd2336c6', 'studio-1:412', 1, '2026-03-09 12:55:00+00', '2026-03-09 12:56:00+00', NULL, '', '', '', '', '', '', '', '', NULL, NULL, NULL, 'nothing came in on the wires', '', 0);
INSERT INTO public.bulletins VALUES ('demo', '2026-03-09 14:00:00+00', 'failed', '37a255914d3448a6901d1572cce6d3e7', 'studio-1:413', 1, '2026-03-09 13:55:00+00', '2026-03-09 13:56:00+00', NULL, '', '', '', '', '', '', '', '', NULL, NULL, NULL, 'the voice failed', '', 0);
INSERT INTO public.bulletins VALUES ('kano', '2026-03-09 14:00:00+00', 'scripted', 'bbe7ff800b934e24acf328a61c79e59d', 'studio-2:77', 1, '2026-03-09 13:55:00+00', '2026-03-09 13:57:00+00', '2026-03-09 14:10:00+00', 'headlines', 'scripts/kano.md', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', '', '', '', '', '', NULL, NULL, NULL, '', '', 0);

INSERT INTO public.choices VALUES ('demo', '2026-03-09 12:00:00+00', 1, '9cf25a25c0cd', '9cf25a25c0cd', '87d9562f931ac418', 1, 2.5, true, false, 'leads: 2 sources');
INSERT INTO public.choices VALUES ('demo', '2026-03-09 12:00:00+00', 2, 'c9c048b4b1bf', 'c9c048b4b1bf', 'a491bf24d0161a5c', 2, 1.5, false, false, 'number 2: local, 1 h old');
INSERT INTO public.choices VALUES ('demo', '2026-03-09 12:00:00+00', 3, 'e33cdcaf2819', 'e33cdcaf2819', '10ba85a9eef1e7fe', NULL, 0.25, false, false, 'stale: 25 h old, 24 h is the most');

INSERT INTO public.happenings VALUES (1, 'demo', '2026-03-09 12:00:00+00', '2026-03-09 11:55:00+00', 'claimed', 'studio-1:411', '');
INSERT INTO public.happenings VALUES (2, 'demo', '2026-03-09 12:00:00+00', '2026-03-09 11:55:00+00', 'scripted', 'studio-1:411', 'scripts/demo/2026-03-09/1300-hourly.md');
INSERT INTO public.happenings VALUES (3, 'demo', '2026-03-09 12:00:00+00', '2026-03-09 11:56:00+00', 'approved', 'Ada', 'good');
INSERT INTO public.happenings VALUES (4, 'demo', '2026-03-09 12:00:00+00', '2026-03-09 11:57:00+00', 'made', 'studio-1:411', 'demo-20260309T1200-hourly in audio_out/demo/2026-03-09/1200-hourly');
INSERT INTO public.happenings VALUES (5, 'demo', '2026-03-09 12:00:00+00', '2026-03-09 11:58:00+00', 'delivered', 'folder', '');
INSERT INTO public.happenings VALUES (6, 'demo', '2026-03-09 12:00:00+00', '2026-03-09 11:59:00+00', 'delivered', 'folder', '');
INSERT INTO public.happenings VALUES (7, 'demo', '2026-03-09 12:00:00+00', '2026-03-09 11:59:00+00', 'delivered', 'liquidsoap', '');
INSERT INTO public.happenings VALUES (8, 'demo', '2026-03-09 12:00:00+00', '2026-03-09 12:00:00+00', 'aired', 'liquidsoap', '');
INSERT INTO public.happenings VALUES (9, 'demo', '2026-03-09 13:00:00+00', '2026-03-09 12:55:00+00', 'claimed', 'studio-1:412', '');
INSERT INTO public.happenings VALUES (10, 'demo', '2026-03-09 13:00:00+00', '2026-03-09 12:56:00+00', 'none', 'studio-1:412', 'nothing came in on the wires');
INSERT INTO public.happenings VALUES (11, 'demo', '2026-03-09 14:00:00+00', '2026-03-09 13:55:00+00', 'claimed', 'studio-1:413', '');
INSERT INTO public.happenings VALUES (12, 'demo', '2026-03-09 14:00:00+00', '2026-03-09 13:56:00+00', 'failed', 'studio-1:413', 'the voice failed');
INSERT INTO public.happenings VALUES (13, 'kano', '2026-03-09 14:00:00+00', '2026-03-09 13:55:00+00', 'claimed', 'studio-2:77', '');
INSERT INTO public.happenings VALUES (14, 'kano', '2026-03-09 14:00:00+00', '2026-03-09 13:56:00+00', 'scripted', 'studio-2:77', 'scripts/kano.md');
INSERT INTO public.happenings VALUES (15, 'kano', '2026-03-09 14:00:00+00', '2026-03-09 13:56:00+00', 'approved', 'Ada', '');
INSERT INTO public.happenings VALUES (16, 'kano', '2026-03-09 14:00:00+00', '2026-03-09 13:57:00+00', 'scripted', 'studio-2:77', 'scripts/kano.md');

INSERT INTO public.marks VALUES ('demo', '9cf25a25c0cd', 'pin', '2026-03-09 18:00:00+00', '2026-03-09 12:00:00+00', 'until the rains end');
INSERT INTO public.marks VALUES ('demo', 'e33cdcaf2819', 'kill', NULL, '2026-03-09 12:00:00+00', '');

INSERT INTO public.playlog_version VALUES ('0001');

INSERT INTO public.seen VALUES ('7fb6185f1385', 'b74ec313a3a81c2f', 'https://other.example/feed', 'Kano roads under water', '', '', '', 'Kano roads under water', 'kano roads under water', 'kano-roads-under-water', '', 'en', NULL, '2026-03-09 11:55:00+00', '2026-03-09 11:55:00+00');
INSERT INTO public.seen VALUES ('9cf25a25c0cd', '87d9562f931ac418', 'https://wire.example/feed', 'kano', 'https://wire.example/kano', '735230d1f89429d5', '', 'Rains reach Kano, roads are cut', 'rains reach kano roads are cut', 'rains-reach-kano-roads-are-cut', '', 'en', NULL, '2026-03-09 11:50:00+00', '2026-03-09 11:50:00+00');
INSERT INTO public.seen VALUES ('c9c048b4b1bf', 'a491bf24d0161a5c', 'https://wire.example/feed', 'Ìbàdàn market opens – at last', 'https://wire.example/ibadan', '3248f0ff9d3b98ff', 'Radio Ọ̀yọ́', 'Ìbàdàn market opens – at last', 'ibadan market opens at last', 'ibadan-market-opens-at-last', 'local', 'en', '2026-03-09 11:00:00+00', '2026-03-09 11:40:00+00', '2026-03-09 11:40:00+00');
INSERT INTO public.seen VALUES ('de40bedc221f', '87d9562f931ac418', 'https://wire.example/feed', 'kano', 'https://wire.example/kano', '735230d1f89429d5', '', 'Rains reach Kano', 'rains reach kano', 'rains-reach-kano', '', 'en-NG', NULL, '2026-03-09 11:40:00+00', '2026-03-09 11:40:00+00');
INSERT INTO public.seen VALUES ('e33cdcaf2819', '10ba85a9eef1e7fe', 'https://wire.example/feed', 'Cup final is moved', '', '', '', 'Cup final is moved', 'cup final is moved', 'cup-final-is-moved', '', 'en', NULL, '2026-03-09 11:55:00+00', '2026-03-09 11:55:00+00');

INSERT INTO public.tellings VALUES ('9cf25a25c0cd', '7fb6185f1385');
INSERT INTO public.tellings VALUES ('9cf25a25c0cd', '9cf25a25c0cd');
INSERT INTO public.tellings VALUES ('c9c048b4b1bf', 'c9c048b4b1bf');
INSERT INTO public.tellings VALUES ('e33cdcaf2819', 'e33cdcaf2819');

SELECT pg_catalog.setval('public.happenings_id_seq', 16, true);

ALTER TABLE ONLY public.airings
    ADD CONSTRAINT pk_airings PRIMARY KEY (station, slot, number);

ALTER TABLE ONLY public.bulletins
    ADD CONSTRAINT pk_bulletins PRIMARY KEY (station, slot);

ALTER TABLE ONLY public.choices
    ADD CONSTRAINT pk_choices PRIMARY KEY (station, slot, number);

ALTER TABLE ONLY public.happenings
    ADD CONSTRAINT pk_happenings PRIMARY KEY (id);

ALTER TABLE ONLY public.marks
    ADD CONSTRAINT pk_marks PRIMARY KEY (station, event, kind);

ALTER TABLE ONLY public.seen
    ADD CONSTRAINT pk_seen PRIMARY KEY (article, item);

ALTER TABLE ONLY public.tellings
    ADD CONSTRAINT pk_tellings PRIMARY KEY (event, article);

ALTER TABLE ONLY public.playlog_version
    ADD CONSTRAINT playlog_version_pkc PRIMARY KEY (version_num);

CREATE INDEX ix_airings_event ON public.airings USING btree (event);

CREATE INDEX ix_airings_slug ON public.airings USING btree (slug);

CREATE INDEX ix_bulletins_slot ON public.bulletins USING btree (slot);

CREATE INDEX ix_choices_event_station_slot ON public.choices USING btree (event, station, slot);

CREATE INDEX ix_choices_slot ON public.choices USING btree (slot);

CREATE INDEX ix_happenings_station_slot ON public.happenings USING btree (station, slot);

CREATE INDEX ix_seen_item ON public.seen USING btree (item);

CREATE INDEX ix_seen_last_seen ON public.seen USING btree (last_seen);

CREATE INDEX ix_seen_link ON public.seen USING btree (link);

CREATE INDEX ix_seen_slug ON public.seen USING btree (slug);

CREATE INDEX ix_tellings_article ON public.tellings USING btree (article);

ALTER TABLE ONLY public.airings
    ADD CONSTRAINT fk_airings_bulletins FOREIGN KEY (station, slot) REFERENCES public.bulletins(station, slot) ON DELETE CASCADE;

ALTER TABLE ONLY public.choices
    ADD CONSTRAINT fk_choices_bulletins FOREIGN KEY (station, slot) REFERENCES public.bulletins(station, slot) ON DELETE CASCADE;

ALTER TABLE ONLY public.happenings
    ADD CONSTRAINT fk_happenings_bulletins FOREIGN KEY (station, slot) REFERENCES public.bulletins(station, slot) ON DELETE CASCADE;
