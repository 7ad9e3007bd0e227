using System.Text.Json;
using Microsoft.Playwright;

namespace Pacta.BrowserTests;

/// <summary>
/// Pages of findings in a real browser: nothing in them hinders people who see little, see no colours, use no mouse or hear the page, on a screen, on
/// a telephone and on paper. With PACTA_SCREENSHOTS=FOLDER each page is also photographed.
/// </summary>
public sealed class HtmlPageTests(Browser browser, Pages pages) : IClassFixture<Browser>, IClassFixture<Pages>
{
    public static TheoryData<string, string> Views
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var page in new[] { "demo", "demo-fr", "rich", "compared", "compared-fr", "matrix", "matrix-fr", "packages", "packages-fr", "conflicts", "loopholes", "reciprocity", "report", "report-fr", "stability", "stability-fr", "read", "read-fr" })
            {
                // Each layout and each set of colours once; in another language the words are others, which matters most where there is least room.
                foreach (var view in page.EndsWith("-fr", StringComparison.Ordinal) ? ["narrow"] : new[] { "light", "dark", "print", "narrow-dark" })
                {
                    all.Add(page, view);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_breaks_no_rule_of_accessibility_and_asks_for_nothing(string name, string view)
    {
        var page = await Show(view);
        var asked = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);

        await page.GotoAsync(new Uri(PathOf(name)).AbsoluteUri);
        await Photograph(page, $"{name}-{view}");

        Assert.Single(asked);
        Assert.Empty(complaints);
        // What is folded away is shown first: then one look sees it all.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        Assert.Empty(await Violations(page));
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("rich")]
    [InlineData("compared")]
    [InlineData("packages")]
    [InlineData("matrix")]
    [InlineData("report")]
    [InlineData("stability")]
    [InlineData("read")]
    public async Task A_page_fits_a_telephone(string name)
    {
        var page = await Show("narrow");

        await page.GotoAsync(new Uri(PathOf(name)).AbsoluteUri);

        Assert.Equal(400, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("narrow", 400)]
    [InlineData("light", 1100)]
    public async Task A_word_of_any_length_stays_on_the_page_and_whole_words_do_not_break(string view, int width)
    {
        var page = await Show(view);

        await page.GotoAsync(new Uri(pages.Long()).AbsoluteUri);

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.All(
            await page.EvaluateAsync<double[]>("[...document.querySelectorAll('.summary')].map(t => t.scrollWidth)"),
            table => Assert.InRange(table, 1, width));
        Assert.All(
            await page.EvaluateAsync<double[]>("[...document.querySelectorAll('.drawing text')].map(t => { const b = t.getBBox(); return b.x + b.width; })"),
            end => Assert.InRange(end, 0, 960));
        Assert.All(
            await page.EvaluateAsync<double[]>("[...document.querySelectorAll('.summary td a')].map(t => t.getClientRects().length)"),
            lines => Assert.Equal(1, lines));
    }

    [Fact]
    public async Task A_page_needs_no_script_and_its_links_lead_to_the_findings()
    {
        var page = await browser.Open(new BrowserNewContextOptions { JavaScriptEnabled = false });

        await page.GotoAsync(new Uri(PathOf("demo")).AbsoluteUri);

        var links = page.Locator(".summary a");
        Assert.Equal(6, await links.CountAsync());
        for (var i = 0; i < 6; i++)
        {
            await links.Nth(i).ClickAsync();
            Assert.Equal(1, await page.Locator("article:target").CountAsync());
            Assert.True(await page.Locator("article:target h5").IsVisibleAsync());
        }
    }

    [Fact]
    public async Task Paper_is_black_on_white_and_has_the_derivations_that_somebody_asks_about_also_one_that_is_closed_on_the_screen()
    {
        var page = await Show("dark");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.GotoAsync(new Uri(PathOf("demo")).AbsoluteUri);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = false)");

        var heights = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('details:not(.plain) .tree')].map(t => t.getBoundingClientRect().height)");
        var plain = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('details.plain')].map(t => t.getBoundingClientRect().height)");

        Assert.NotEmpty(heights);
        Assert.All(heights, height => Assert.True(height > 0));
        Assert.NotEmpty(plain);
        Assert.All(plain, height => Assert.Equal(0, height));
        Assert.Equal("rgb(0, 0, 0)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('#m-due .m-fill')).fill"));
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
        if (Environment.GetEnvironmentVariable("PACTA_SCREENSHOTS") is { } folder)
        {
            await page.PdfAsync(new PagePdfOptions { Path = Path.Combine(folder, "demo.pdf"), Format = "A4", PreferCSSPageSize = true });
        }
    }

    [Fact]
    public async Task A_page_of_5000_findings_opens_and_leads_to_the_last()
    {
        var page = await Show("light");
        var large = pages.Large(5_000);
        Assert.InRange(new FileInfo(large).Length, 1_000_000, 40_000_000);

        await page.GotoAsync(new Uri(large).AbsoluteUri, new PageGotoOptions { Timeout = 60_000 });
        await page.Locator(".summary a").Last.ClickAsync();

        Assert.True(await page.Locator("article:target h5").IsVisibleAsync());
        Assert.Equal(0, await page.Locator(".finding details[open]").CountAsync());
        await Photograph(page, "large", whole: false);
    }

    /// <summary>A day is handed in on paper: no more than two sheets of it, without what it was made of.</summary>
    [Fact]
    public async Task The_report_of_a_day_fits_two_sheets_of_paper()
    {
        var page = await Show("print");
        await page.GotoAsync(new Uri(PathOf("report")).AbsoluteUri);
        await page.EvaluateAsync("document.querySelector('#run').closest('section').remove()");

        var paper = await page.PdfAsync(new PagePdfOptions { Format = "A4", PreferCSSPageSize = true });

        Assert.InRange(System.Text.Encoding.Latin1.GetString(paper).Split("/Type /Page\n").Length - 1, 1, 2);
    }

    private string PathOf(string name) => pages.Once(name, Written);

    private string Written(string name) => name switch
    {
        "demo" => pages.Demo(),
        "demo-fr" => pages.Demo("--language", "fr", "--all"),
        "compared" => pages.Compared(),
        "compared-fr" => pages.Compared("--language", "fr"),
        "packages" => pages.Packages(),
        "packages-fr" => pages.Packages("--language", "fr"),
        "conflicts" or "loopholes" or "reciprocity" => pages.OfDraft(name),
        "matrix" => pages.Matrix(),
        "matrix-fr" => pages.Matrix("--language", "fr"),
        "report" => pages.Report(),
        "report-fr" => pages.Report("--language", "fr", "--mandate", "observe"),
        "stability" => pages.Stability("--inverse"),
        "stability-fr" => pages.Stability("--language", "fr"),
        "read" => pages.Reading(),
        "read-fr" => pages.Reading("--language", "fr"),
        _ => pages.Rich(),
    };

    /// <summary>An empty page as it is looked at: on a screen or a telephone, by day or by night, or on paper.</summary>
    private async Task<IPage> Show(string view)
    {
        // The page's own policy forbids every script; the rules are let in for the test only.
        var page = await browser.Open(new BrowserNewContextOptions
        {
            BypassCSP = true,
            ViewportSize = new ViewportSize { Width = view.StartsWith("narrow", StringComparison.Ordinal) ? 400 : 1100, Height = 900 },
            ColorScheme = view.Contains("dark", StringComparison.Ordinal) ? ColorScheme.Dark : ColorScheme.Light,
        });
        if (view == "print")
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        }

        return page;
    }

    private async Task<string[]> Violations(IPage page)
    {
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = browser.Rules });
        var found = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] })");
        return
        [
            .. from violation in found.GetProperty("violations").EnumerateArray()
               from node in violation.GetProperty("nodes").EnumerateArray()
               select $"{violation.GetProperty("id").GetString()}: {node.GetProperty("html").GetString()}: {node.GetProperty("failureSummary").GetString()}",
        ];
    }

    private static async Task Photograph(IPage page, string name, bool whole = true)
    {
        if (Environment.GetEnvironmentVariable("PACTA_SCREENSHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = whole });
        }
    }
}
