using System.Text.Json;
using CsCheck;
using Pacta.Reports;

namespace Pacta.Tests.Reports;

public sealed class ReportSchemaTests
{
    private static readonly SchemaCheck Schema = new(JsonDocument.Parse(ReportSchema.Text).RootElement);

    [Fact]
    public void The_schema_names_its_version_and_its_draft()
    {
        var root = JsonDocument.Parse(ReportSchema.Text).RootElement;

        Assert.Equal(ReportSchema.Id, root.GetProperty("$id").GetString());
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", root.GetProperty("$schema").GetString());
    }

    [Theory]
    [InlineData(true, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021"}""")]
    [InlineData(true, """{"type":"report","id":"r1","source":"smm","event":"e","kind":"k","time":"2021-09-10T14:30:00.5+05:30"}""")]
    [InlineData(true, """{"id":"r1","source":"smm","event":"e","kind":"k","time":{"from":"2021","to":"2022-01"}}""")]
    [InlineData(true, """{"id":"r1","source":"smm","recorded":"2021","event":"e","kind":"k","polarity":"denies"}""")]
    [InlineData(true, """{"id":"r1","source":"smm","recorded":"2021","event":"e","kind":"k","claim":"attribution","by":"a"}""")]
    [InlineData(true, """{"id":"r1","source":"smm","recorded":"2021","event":"e","kind":"k","claim":"field","outside":"z"}""")]
    [InlineData(true, """{"id":"r1","source":"smm","recorded":"2021","retracts":["r0"]}""")]
    [InlineData(true, """{"id":"r1","source":"smm","claims":[{"event":"e","kind":"k","time":"2021"},{"id":"c","event":"e","kind":"k","polarity":"denies"}]}""")]
    [InlineData(true, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","by":{"one_of":["a","b"]},"to":["a"],"fields":{"n":1.5e3,"t":true,"s":" x ","r":{"low":1},"a":{"about":2,"unit":"km"},"o":{"one_of":["x"]},"l":["x"]}}""")]
    [InlineData(true, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","distances":{"line":{"value":12,"unit":"km"}},"position":{"lat":-90,"lon":180,"accuracy_m":0},"derived_from":["r0"]}""")]
    [InlineData(true, """{"type":"complete","id":"k1","source":"smm","kinds":"all","through":"2021"}""")]
    [InlineData(true, """{"type":"judgement","id":"j1","source":"smm","matter":"x","holds":true,"time":"2021"}""")]
    [InlineData(true, """{"type":"coverage","id":"v","source":"smm","place":"p","period":"2021","means":"patrols"}""")]
    [InlineData(true, """{"type":"grade","id":"g","assessor":"a","target":"t","code":"F6","why":"w","recorded":"2021"}""")]
    [InlineData(true, """{"type":"count","id":"n","source":"s","kind":"k","number":{"low":10},"period":"2021","except":"x"}""")]
    [InlineData(true, """{"type":"count","id":"n","source":"s","kind":"k","number":22,"in":"p","by":{"one_of":["a","b"]},"period":{"from":"2021","to":"2022"},"except":[{"what":"x","number":"most"},{"what":"y","number":{"about":3},"may_count":true},{"what":"z"}],"includes":["e1"]}""")]
    [InlineData(false, """{"type":"count","id":"n","source":"s","kind":"k","number":22,"period":"2021","except":[{"number":3}]}""")]
    [InlineData(false, """{"type":"count","id":"n","source":"s","kind":"k","number":22,"period":"2021","except":[{"what":"x","number":"some"}]}""")]
    [InlineData(false, """{"type":"count","id":"n","source":"s","kind":"k","number":22,"period":"2021","except":[]}""")]
    [InlineData(false, """{"type":"count","id":"n","source":"s","kind":"k","number":22,"period":"2021","except":[{"what":"x","may_count":"yes"}]}""")]
    [InlineData(true, """{"type":"case","id":"c","case":"i","by":"b","date":"2021","stage":"under_inquiry","events":["e"],"accused":"a","text":"t"}""")]
    [InlineData(true, """{"type":"case","id":"c","case":"i","by":"b","date":"2021","reply":"no"}""")]
    [InlineData(false, """{"type":"case","id":"c","case":"i","by":"b","date":"2021"}""")]
    [InlineData(false, """{"type":"case","id":"c","case":"i","by":"b","date":"2021","stage":"closed","reply":"no"}""")]
    [InlineData(false, """{"type":"case","id":"c","case":"i","date":"2021","stage":"closed"}""")]
    [InlineData(true, """{"type":"determination","id":"d","body":"b","date":"2021","text":"t","dissents":"x"}""")]
    [InlineData(true, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"count":0,"n":2.5}}""")]
    [InlineData(true, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"count":{"low":2,"high":3.0}}}""")]
    [InlineData(true, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"count":{"about":40}}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"count":-3}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"count":2.5}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"count":{"low":0.5}}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"count":{"about":-1}}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"count":"many"}}""")]
    [InlineData(false, """{"type":"count","id":"n","source":"s","kind":"k","number":-1,"period":"2021"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","kind":"k","time":"2021"}""")]
    [InlineData(false, """{"source":"smm","event":"e","kind":"k","time":"2021"}""")]
    [InlineData(false, """{"id":"","source":"smm","event":"e","kind":"k","time":"2021"}""")]
    [InlineData(false, """{"id":"r1 ","source":"smm","event":"e","kind":"k","time":"2021"}""")]
    [InlineData(false, """{"id":"r\n1","source":"smm","event":"e","kind":"k","time":"2021"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e@1","kind":"k","time":"2021"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","polarity":"denies"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","time":"2021"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","troops":5}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","polarity":"Denies"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","recorded":"2021","event":"e","kind":"k","claim":"attribution"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","recorded":"2021","event":"e","kind":"k","claim":"field"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","by":[]}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","by":{"one_of":[]}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","by":{"oneof":["a"]}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"n":null}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"n":""}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"position":1}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"n":{"unit":"km"}}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"n":{"value":1,"low":1}}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","fields":{"n":2e15}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","position":{"lat":1,"lon":181,"accuracy_m":0}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021","position":{"lat":1,"lon":1}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"3000"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021-13"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021-09-32"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021-09-10T24:00"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021-09-10T10:00+18:30"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":"2021\n"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","event":"e","kind":"k","time":{"from":"2021"}}""")]
    [InlineData(false, """{"id":"r1","source":"smm","recorded":{"from":"2021","to":"2022"},"event":"e","kind":"k","time":"2021"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","retracts":["r0"]}""")]
    [InlineData(false, """{"id":"r1","source":"smm","recorded":"2021"}""")]
    [InlineData(false, """{"id":"r1","source":"smm","claims":[]}""")]
    [InlineData(false, """{"id":"r1","source":"smm","claims":[{"event":"e","kind":"k","polarity":"denies"}]}""")]
    [InlineData(false, """{"id":"r1","source":"smm","kind":"k","claims":[{"event":"e","kind":"k","time":"2021"}]}""")]
    [InlineData(false, """{"type":"note","id":"r1"}""")]
    [InlineData(false, """{"type":"complete","id":"k1","source":"smm","kinds":"some","through":"2021"}""")]
    [InlineData(false, """{"type":"complete","id":"k1","source":"smm","kinds":[],"through":"2021"}""")]
    [InlineData(false, """{"type":"judgement","id":"j1","source":"smm","matter":"x","holds":"yes","time":"2021"}""")]
    [InlineData(false, """{"type":"grade","id":"g","assessor":"a","target":"t","code":"b2","why":"w","recorded":"2021"}""")]
    [InlineData(false, """{"type":"grade","id":"g","assessor":"a","target":"t","code":"B2"}""")]
    [InlineData(false, """{"type":"count","id":"n","source":"s","kind":"k","number":"ten","period":"2021"}""")]
    [InlineData(false, """[]""")]
    public void Reader_and_schema_agree(bool isRight, string line)
    {
        Assert.Equal(isRight, Lines.Read(line).Diagnostics.Items.Count == 0);
        Assert.Equal(isRight, Schema.Accepts(JsonDocument.Parse(line).RootElement));
    }

    [Fact]
    public void Whatever_the_writer_writes_fits_the_schema() =>
        RecordGen.Any.Sample(record => Assert.True(Schema.Accepts(JsonDocument.Parse(ReportWriter.Line(record)).RootElement)), iter: 500, print: ReportWriter.Line);

    [Fact]
    public void Reader_and_schema_agree_on_lines_with_a_wrong_value() => Gen.Select(RecordGen.Any, Gen.Int[0, 99], Values).Sample(
        (record, which, value) =>
        {
            var line = ReportWriter.Line(record);
            var members = JsonDocument.Parse(line).RootElement.EnumerateObject().ToList();
            var changed = $"{{{string.Join(',', members.Select((m, i) => i == which % members.Count ? $"\"{m.Name}\":{value}" : m.ToString()))}}}";
            var codes = Lines.Read(changed).Diagnostics.Items.Select(d => d.Code).ToList();

            // What no schema can say: days of the calendar, and what comes before what.
            if (!codes.Exists(c => c is "PACTA0509" or "PACTA0510"))
            {
                Assert.True(codes.Count == 0 == Schema.Accepts(JsonDocument.Parse(changed).RootElement), $"{changed}\n{string.Join(' ', codes)}");
            }
        },
        iter: 3000);

    private static readonly Gen<string> Values = Gen.OneOf(
        "1", "-0.5", "true", "null", "\"\"", "\"x\"", "\"all\"", "\"denies\"", "\"field\"", "\"attribution\"", "\"2021\"", "\"2021-02-30\"", "[]", "[\"x\"]", "[1]",
        "{}", """{"one_of":["a","b"]}""", """{"from":"2021","to":"2022"}""", """{"n":1}""", """{"position":1}""", """{"lat":1,"lon":2,"accuracy_m":3}""",
        """[{"event":"e","kind":"k","time":"2021"}]""", """[{"event":"e","kind":"k"}]""", """{"value":1}""", "\"complete\"");
}
