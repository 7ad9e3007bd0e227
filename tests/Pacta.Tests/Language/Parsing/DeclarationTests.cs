using Pacta.Language.Syntax;

namespace Pacta.Tests.Language.Parsing;

public sealed class DeclarationTests
{
    [Fact]
    public void Kinds_come_in_lists_with_plurals_and_share_what_follows()
    {
        var kind = Reading.Declaration<KindSyntax>("kind force (forces), formation (formations) is asset of actor in place with size person, rotating truth");

        Assert.Equal(["forces", "formations"], kind.Nouns.Select(n => n.Plural?.Text));
        Assert.Equal(["of", "in"], kind.Roles.Select(r => r.Preposition.Text));
        Assert.Equal(["size", "rotating"], kind.Fields.Select(f => f.Name.Text));
    }

    [Fact]
    public void An_event_has_a_verb_and_its_fields_may_stand_on_the_next_line()
    {
        var kind = Reading.Declaration<EventSyntax>("event hold    exercise (exercises) is activity by actor in place\n  with troops person, alert truth");

        Assert.Equal(("hold", "exercise", "activity"), (kind.Verb.Text, kind.Noun.Singular.Text, kind.Parent?.Text));
        Assert.Equal(2, kind.Fields.Length);
    }

    [Fact]
    public void A_state_begins_and_ends_on_lines_of_their_own()
    {
        var state = Reading.Declaration<StateSyntax>(
            "state member (members) by actor S of alliance N\n  begins when accession by S to N\n  ends when withdrawal_notice by S to N");

        Assert.Equal(["S", "N"], state.Roles.Select(r => r.Variable?.Text));
        Assert.NotNull(state.Ends);
    }

    [Fact]
    public void Members_of_a_group_have_dates()
    {
        var group = Reading.Declaration<GroupSyntax>("group powers {\n  turkey\n  soviet_union as from 1936-11-09 until 1991-12-26\n  usa \"United States\", france\n}");

        Assert.Equal([0, 2, 0], group.Members.Select(m => m.Spans.Length));
        Assert.Equal(2, group.Members[2].Names.Length);
    }

    [Fact]
    public void Rows_hold_maps_polygons_bands_and_what_is_left_out()
    {
        var zone = Reading.Declaration<TableSyntax>(
            "zone no_fly of aircraft a at \"1(3)\" {\n  map \"a.geojson\", polygon \"37.5 47.0, 38.2 47.0, 38.0 48.0\"  if a is drone\n"
            + "  up to 40 km from mdl_east but not territory of each other party  otherwise\n  europe until 2021-01\n}");

        var rows = Assert.Single(zone.Readings).Content;
        Assert.Equal([DrawingForm.Map, DrawingForm.Polygon], rows[0].Values.Cast<DrawnRowValueSyntax>().Select(v => v.Form));
        Assert.NotNull(rows[0].If);
        Assert.IsType<BandRowValueSyntax>(Assert.Single(rows[1].Values));
        Assert.NotNull(rows[1].ButNot);
        Assert.True(rows[1].IsOtherwise);
        Assert.Single(rows[2].Spans);
    }

    [Fact]
    public void A_table_may_have_readings_of_several_rows()
    {
        var amount = Reading.Declaration<TableSyntax>("amount tanks_in_a at \"II\" {\n  note \"n\"\n  reading text { 230 }\n  reading sarmady by sarmady {\n    320 if x is y\n    0 otherwise\n  }\n}");

        Assert.Equal([1, 2], amount.Readings.Select(r => r.Content.Length));
        Assert.Single(amount.Notes);
    }

    [Fact]
    public void Open_kinds_and_the_tolerance_of_about_are_declarations()
    {
        Assert.Equal(["notification", "invitation"], Reading.Declaration<OpenKindsSyntax>("open notification, invitation").Kinds.Select(k => k.Text));
        Assert.Equal(10, Reading.Declaration<ToleranceSyntax>("about is 10%").Percent.Value);
    }

    [Fact]
    public void The_head_of_an_agreement_takes_its_lines_in_any_order()
    {
        var agreement = Reading.Declaration<AgreementSyntax>(
            "agreement \"T\" as tt {\n  use military\n  status oral disputed\n  provisional as from 1992-07-17 until 1992-11-09\n  enters into force 2015-02-15 00:00\n"
            + "  time zone \"UTC\"\n  holidays 2021-12-25, 2022-01-01\n  withdrawn by usa as from 2020-11-22\n}");

        Assert.Equal(
            [typeof(UseHeader), typeof(StatusHeader), typeof(ProvisionalHeader), typeof(EntersIntoForceHeader), typeof(TimeZoneHeader), typeof(HolidaysHeader), typeof(ParticipationHeader)],
            agreement.Headers.Select(h => h.GetType()));
    }

    [Fact]
    public void The_language_of_a_text_may_be_a_word_of_this_language()
    {
        var note = Assert.Single(Reading.Clause("text no \"minst 42 dager\"\nA must give reply").Notes);

        Assert.Equal(("no", "minst 42 dager"), (note.Language?.Text, note.Content?.Value));
    }

    [Fact]
    public void Words_that_begin_lines_elsewhere_may_be_names()
    {
        var clause = Reading.Clause("status must give text to part where zone of part is map");

        Assert.Null(clause.Status);
        Assert.NotNull(Assert.Single(clause.Readings).Content.Sentence);
    }

    [Fact]
    public void Standards_and_perspectives_are_lists_of_lines()
    {
        var standard = Reading.Declaration<StandardSyntax>(
            "standard two {\n  needs 2 origins\n  reliability c or better\n  credibility 3 or better\n  admission suffices\n  denial counts by party, monitor\n}");
        Assert.Equal(["c", "3"], standard.Proofs.OfType<GradeProof>().Select(g => g.Grade));

        var perspective = Reading.Declaration<PerspectiveSyntax>("perspective pp {\n  accepts monitor\n  standard two\n  takes brigade of substantial_combat_force\n}");
        Assert.Equal(3, perspective.Views.Length);
    }
}
