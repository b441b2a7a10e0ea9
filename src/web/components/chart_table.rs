use yew::prelude::*;

use crate::chart::{Table, exact};

/// A chart's table.
pub fn chart_table(table: &Table) -> Html {
    html! {
        <table>
            <caption>{&table.caption}</caption>
            <thead>
                <tr>{for table.columns.iter().map(|column| html! { <th scope="col">{*column}</th> })}</tr>
            </thead>
            <tbody>
                {for table.rows.iter().map(|row| html! {
                    <tr>
                        <th scope="row">{&row.name}</th>
                        {for row.counts.iter().map(|&count| html! { <td>{exact(count.into())}</td> })}
                    </tr>
                })}
            </tbody>
        </table>
    }
}
